package com.duemate.platform.invoicing.internal;

import com.duemate.platform.invoicing.DraftInvoice;
import com.duemate.platform.invoicing.Invoices.Outcome;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.kernel.OneLine;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A draft invoice that passed every check. */
record CheckedInvoice(
        @Nullable String number,
        Currency currency,
        long total,
        List<DraftInvoice.Line> lines,
        @Nullable String subject) {

    static final int MAX_LINES = 500;

    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    /** A draft that was refused, with the field and the reason. */
    static final class RefusedDraft extends RuntimeException {

        final transient Outcome.Refused refused;

        RefusedDraft(String field, String reason) {
            super(field);
            this.refused = new Outcome.Refused(field, "invoicing.refused." + reason);
        }
    }

    /** @throws RefusedDraft for the first field that does not pass */
    static CheckedInvoice of(DraftInvoice draft, Currency tenants) {
        checkDates(draft);
        if (draft.lines().isEmpty() || draft.lines().size() > MAX_LINES) {
            throw new RefusedDraft("lines", "lines");
        }
        long total = 0;
        for (var line : draft.lines()) {
            checkLine(line);
            total += line.totalMinor();
        }
        if (total <= 0 || total > Money.MAX_MINOR) {
            throw new RefusedDraft("lines", "total");
        }
        return new CheckedInvoice(
                text("number", draft.number(), 64),
                currency(draft.currency(), tenants),
                total,
                draft.lines().stream()
                        .map(l -> new DraftInvoice.Line(
                                Optional.ofNullable(text("lines", l.description(), 500))
                                        .orElse("-"),
                                l.quantity(),
                                l.unitMinor()))
                        .toList(),
                text("subject", draft.subject(), 300));
    }

    private static void checkDates(DraftInvoice draft) {
        if (draft.issuedOn().isBefore(EARLIEST) || draft.issuedOn().isAfter(LATEST)) {
            throw new RefusedDraft("issuedOn", "date");
        }
        if (draft.dueOn().isAfter(LATEST)) {
            throw new RefusedDraft("dueOn", "date");
        }
        if (draft.dueOn().isBefore(draft.issuedOn())) {
            throw new RefusedDraft("dueOn", "dueBeforeIssue");
        }
    }

    private static void checkLine(DraftInvoice.Line line) {
        if (line.quantity() <= 0 || line.quantity() > 1_000_000_000L) {
            throw new RefusedDraft("lines", "quantity");
        }
        if (Math.abs(line.unitMinor()) > Money.MAX_MINOR
                || line.unitMinor() != 0 && line.quantity() > 1_000 * Money.MAX_MINOR / Math.abs(line.unitMinor())) {
            throw new RefusedDraft("lines", "total");
        }
    }

    private static Currency currency(@Nullable String code, Currency tenants) {
        if (code == null || code.isBlank()) {
            return tenants;
        }
        try {
            return Money.currency(code.strip().toUpperCase(java.util.Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new RefusedDraft("currency", "currency");
        }
    }

    private static @Nullable String text(String field, @Nullable String raw, int limit) {
        if (raw == null || !OneLine.isVisible(raw)) {
            return null;
        }
        var text = Normalizer.normalize(raw.strip(), Normalizer.Form.NFC);
        if (text.length() > limit) {
            throw new RefusedDraft(field, "tooLong");
        }
        if (!OneLine.fits(text)) {
            throw new RefusedDraft(field, "characters");
        }
        return text;
    }
}
