package com.duemate.platform.invoicing.internal;

import com.duemate.platform.invoicing.IncomingInvoice;
import com.duemate.platform.invoicing.InvoiceIntake.Change;
import com.duemate.platform.invoicing.InvoiceStatus;
import com.duemate.platform.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An invoice as it stands, and what an import may do to it. */
record KnownInvoice(InvoiceRows.Locked row, @Nullable String subject) {

    /** What is to be done with an incoming invoice whose number is known. */
    sealed interface Judgement {

        record Refuse(String field, String reason) implements Judgement {}

        /**
         * @param changes none when nothing differs
         * @param terms whether dates, total or subject change, and not only what was paid
         */
        record Keep(After after, List<Change> changes, boolean terms) implements Judgement {}
    }

    /**
     * The invoice as the import leaves it.
     *
     * @param settles what the import says was received and is not booked yet
     */
    record After(
            LocalDate issuedOn,
            LocalDate dueOn,
            Money total,
            @Nullable String subject,
            Money open,
            Money settles) {

        InvoiceStatus status() {
            if (open.isZero()) {
                return InvoiceStatus.PAID;
            }
            return open.equals(total) ? InvoiceStatus.OPEN : InvoiceStatus.PARTLY_PAID;
        }
    }

    Judgement judge(IncomingInvoice incoming) {
        if (!row.customer().equals(incoming.customer())) {
            return refuse("number", "numberOfOther");
        }
        if (row.status() == InvoiceStatus.DRAFT) {
            return refuse("number", "numberOfDraft");
        }
        if (!row.total().currency().equals(incoming.total().currency())) {
            return refuse("total", "issued");
        }
        var changes = terms(incoming);
        boolean terms = !changes.isEmpty();
        if (row.status() == InvoiceStatus.VOID || row.status() == InvoiceStatus.WRITTEN_OFF) {
            return terms ? refuse(changes.getFirst().field(), "closed") : keep(after(incoming, false), changes, false);
        }
        if (terms && !row.untouched()) {
            return refuse(changes.getFirst().field(), "alreadyPaidOn");
        }
        var after = after(incoming, true);
        if (after.dueOn.isBefore(after.issuedOn)) {
            return refuse("dueOn", "dueBeforeIssue");
        }
        if (incoming.received().compareTo(after.total) > 0) {
            return refuse("paid", "paidMoreThanTotal");
        }
        if (after.settles.isPositive()) {
            var before = row.total().minus(row.open());
            changes.add(new Change("paid", said(before), said(before.plus(after.settles))));
        }
        return keep(after, changes, terms);
    }

    private static Judgement refuse(String field, String reason) {
        return new Judgement.Refuse(field, "invoicing.refused." + reason);
    }

    private static Judgement keep(After after, List<Change> changes, boolean terms) {
        return new Judgement.Keep(after, List.copyOf(changes), terms);
    }

    private List<Change> terms(IncomingInvoice incoming) {
        var changes = new ArrayList<Change>();
        compare(
                changes,
                "issuedOn",
                row.issuedOn().toString(),
                incoming.issuedOn().toString());
        if (incoming.dueOn() != null) {
            compare(changes, "dueOn", row.dueOn().toString(), incoming.dueOn().toString());
        }
        compare(changes, "total", said(row.total()), said(incoming.total()));
        if (incoming.subject() != null) {
            compare(changes, "subject", subject, incoming.subject());
        }
        return changes;
    }

    private static void compare(List<Change> changes, String field, @Nullable String before, String after) {
        if (!after.equals(before)) {
            changes.add(new Change(field, before, after));
        }
    }

    /** Money we know of stands, whatever the file does not know yet. */
    private After after(IncomingInvoice incoming, boolean settles) {
        var received = row.total().minus(row.open());
        var more = incoming.received().minus(received);
        var part = settles && more.isPositive() ? more : Money.zero(more.currency());
        return new After(
                incoming.issuedOn(),
                incoming.dueOn() == null ? row.dueOn() : incoming.dueOn(),
                incoming.total(),
                incoming.subject() == null ? subject : incoming.subject(),
                incoming.total().minus(received).minus(part),
                part);
    }

    private static String said(Money money) {
        return money.decimal().toPlainString() + " " + money.currencyCode();
    }
}
