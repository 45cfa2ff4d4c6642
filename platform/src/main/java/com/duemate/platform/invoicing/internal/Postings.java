package com.duemate.platform.invoicing.internal;

import com.duemate.platform.invoicing.internal.IntakeWriting.Altered;
import com.duemate.platform.invoicing.internal.IntakeWriting.Fresh;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.ledger.Journal;
import com.duemate.platform.ledger.Journal.Account;
import com.duemate.platform.ledger.Journal.Entry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an import writes into the journal: history at the start of its own day, and never ahead of now. */
record Postings(Instant now, ZoneId zone) {

    static final String ISSUED = "invoicing.issue";
    static final String CHANGED = "invoicing.change";
    static final String SETTLED = "imports.settled";

    LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    Journal.Transaction issue(Fresh fresh) {
        return owed(
                ISSUED,
                fresh.id().toString(),
                at(fresh.incoming().issuedOn()),
                fresh.customer(),
                fresh.id(),
                fresh.incoming().total());
    }

    Journal.Transaction change(Altered altered) {
        return owed(
                CHANGED,
                change(altered.id(), altered.version()),
                now,
                altered.customer(),
                altered.id(),
                altered.after().total().minus(altered.before().row().total()));
    }

    Journal.Transaction received(String key, CustomerId customer, UUID invoice, Money amount, @Nullable LocalDate on) {
        return new Journal.Transaction(
                SETTLED,
                key,
                on == null ? now : at(on),
                List.of(
                        new Entry(Account.CASH, customer, null, amount),
                        new Entry(Account.RECEIVABLE, customer, invoice, amount.negated())));
    }

    /** What an import posted for an invoice it created. */
    static List<Journal.Key> ofCreated(UUID invoice) {
        return List.of(new Journal.Key(ISSUED, invoice.toString()), new Journal.Key(SETTLED, invoice.toString()));
    }

    /** What an import posted for an invoice it found. */
    static List<Journal.Key> ofAltered(UUID invoice, UUID importId) {
        return List.of(new Journal.Key(SETTLED, laterReceipt(invoice, importId)));
    }

    /** What an import posted besides, where it made the invoice another version. */
    static List<Journal.Key> ofReworded(UUID invoice, int version) {
        return List.of(new Journal.Key(CHANGED, change(invoice, version)));
    }

    static String laterReceipt(UUID invoice, UUID importId) {
        return invoice + "/" + importId;
    }

    private static String change(UUID invoice, int version) {
        return invoice + "/" + version;
    }

    private static Journal.Transaction owed(
            String source, String key, Instant at, CustomerId customer, UUID invoice, Money amount) {
        return new Journal.Transaction(
                source,
                key,
                at,
                List.of(
                        new Entry(Account.RECEIVABLE, customer, invoice, amount),
                        new Entry(Account.REVENUE, customer, invoice, amount.negated())));
    }

    private Instant at(LocalDate day) {
        var start = day.atStartOfDay(zone).toInstant();
        return start.isAfter(now) ? now : start;
    }
}
