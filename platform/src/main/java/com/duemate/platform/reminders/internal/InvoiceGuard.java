package com.duemate.platform.reminders.internal;

import com.duemate.platform.reminders.Fact;
import com.duemate.platform.reminders.Reason;
import com.duemate.platform.reminders.internal.Standing.Status;
import java.util.List;
import java.util.Optional;

/** A rule that looks at one invoice and may keep it out of every message. */
@FunctionalInterface
interface InvoiceGuard {

    /** What this rule has against the invoice; empty when nothing. */
    Optional<Verdict> weigh(OpenItem item, Situation situation);

    InvoiceGuard PAID = (item, situation) -> {
        var status = item.standing().status();
        return when(
                status == Status.PAID || (status == Status.OPEN && !item.open().isPositive()), Verdict.of(Reason.PAID));
    };

    InvoiceGuard VOID = (item, situation) -> when(item.standing().status() == Status.VOID, Verdict.of(Reason.VOID));

    InvoiceGuard WRITTEN_OFF =
            (item, situation) -> when(item.standing().status() == Status.WRITTEN_OFF, Verdict.of(Reason.WRITTEN_OFF));

    InvoiceGuard TENANT_SUSPENDED =
            (item, situation) -> untilTomorrow(situation.tenant().suspended(), Reason.TENANT_SUSPENDED, situation);

    InvoiceGuard CUSTOMER_HELD = (item, situation) -> {
        var hold = situation.debtor().hold();
        return hold == null ? Optional.empty() : held(hold, Reason.CUSTOMER_HELD, situation);
    };

    InvoiceGuard INVOICE_HELD = (item, situation) -> {
        var hold = item.standing().hold();
        return hold == null ? Optional.empty() : held(hold, Reason.INVOICE_HELD, situation);
    };

    InvoiceGuard DISPUTED = (item, situation) -> untilTomorrow(item.standing().disputed(), Reason.DISPUTED, situation);

    InvoiceGuard PROMISED = (item, situation) -> {
        var promised = item.standing().promisedUntil();
        return promised == null || situation.today().isAfter(promised)
                ? Optional.empty()
                : Optional.of(Verdict.of(Reason.PROMISED)
                        .with(Fact.PROMISED_UNTIL, promised)
                        .with(Fact.UNTIL, situation.dayAfter(promised)));
    };

    InvoiceGuard ON_PLAN = (item, situation) -> untilTomorrow(item.standing().onPlan(), Reason.ON_PLAN, situation);

    InvoiceGuard PAYMENT_IN_FLIGHT =
            (item, situation) -> untilTomorrow(item.standing().paymentInFlight(), Reason.PAYMENT_IN_FLIGHT, situation);

    InvoiceGuard COVERED_BY_CREDIT =
            (item, situation) -> untilTomorrow(item.standing().coveredByCredit(), Reason.COVERED_BY_CREDIT, situation);

    /** Nothing is owed any more: the whole plan ends, steps of days to come included. */
    List<InvoiceGuard> CLOSING = List.of(PAID, VOID, WRITTEN_OFF);

    /** Silence for now: the step waits. */
    List<InvoiceGuard> PAUSING = List.of(
            TENANT_SUSPENDED,
            CUSTOMER_HELD,
            INVOICE_HELD,
            DISPUTED,
            PROMISED,
            ON_PLAN,
            PAYMENT_IN_FLIGHT,
            COVERED_BY_CREDIT);

    /** The first objection of these rules, in their order. */
    static Optional<Verdict> first(List<InvoiceGuard> guards, OpenItem item, Situation situation) {
        return guards.stream()
                .flatMap(guard -> guard.weigh(item, situation).stream())
                .findFirst();
    }

    private static Optional<Verdict> when(boolean applies, Verdict verdict) {
        return applies ? Optional.of(verdict) : Optional.empty();
    }

    private static Optional<Verdict> untilTomorrow(boolean applies, Reason reason, Situation situation) {
        return applies
                ? Optional.of(Verdict.of(reason).with(Fact.UNTIL, situation.dayAfter(situation.today())))
                : Optional.empty();
    }

    private static Optional<Verdict> held(Hold hold, Reason reason, Situation situation) {
        if (!hold.standsOn(situation.today())) {
            return Optional.empty();
        }
        var last = hold.until() == null ? situation.today() : hold.until();
        return Optional.of(Verdict.of(reason).with(Fact.UNTIL, situation.dayAfter(last)));
    }
}
