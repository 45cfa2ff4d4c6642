package com.duemate.customerportal.invoicing;

import com.duemate.customerportal.parts.Badge;
import com.duemate.customerportal.parts.Badge.Tone;
import com.duemate.customerportal.shell.Reader;
import com.duemate.platform.arrangements.Arrangements.Arrangement;
import com.duemate.platform.arrangements.Arrangements.Kind;
import com.duemate.platform.invoicing.InvoiceSummary;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** How an invoice stands, said to whoever owes it: never a reproach. */
final class InvoiceBadges {

    private InvoiceBadges() {}

    static Badge of(Reader reader, InvoiceSummary invoice, boolean onItsWay, Optional<Arrangement> arranged) {
        return switch (invoice.status()) {
            case PAID -> badge(reader, Tone.GOOD, "paid");
            case VOID -> badge(reader, Tone.ENDED, "void");
            case WRITTEN_OFF, DRAFT -> badge(reader, Tone.QUIET, "settled");
            case OPEN, PARTLY_PAID -> onItsWay ? badge(reader, Tone.SOON, "onItsWay") : owed(reader, invoice, arranged);
        };
    }

    private static Badge owed(Reader reader, InvoiceSummary invoice, Optional<Arrangement> arranged) {
        return arranged.filter(each -> each.kind() != Kind.HOLD)
                .map(each -> each.kind() == Kind.DISPUTE
                        ? badge(reader, Tone.DISPUTED, "disputed")
                        : new Badge(
                                Tone.HELD,
                                reader.text(
                                        "my.badge.promised",
                                        Map.of("date", reader.date(Objects.requireNonNull(each.paysOn()))))))
                .orElseGet(() -> new Badge(Tone.OPEN, due(reader, invoice)));
    }

    private static String due(Reader reader, InvoiceSummary invoice) {
        int side = invoice.dueOn().compareTo(reader.today());
        return reader.text(
                side < 0 ? "my.due.was" : side == 0 ? "my.due.today" : "my.due.on",
                Map.of("date", reader.date(invoice.dueOn())));
    }

    private static Badge badge(Reader reader, Tone tone, String word) {
        return new Badge(tone, reader.text("my.badge." + word));
    }
}
