package com.duemate.platform.reminders.internal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What stands between an invoice and a reminder.
 *
 * @param promisedUntil last day of a promise to pay, its tolerance included; null without one
 * @param coveredByCredit the customer's unapplied credit, spent on the oldest invoices first, covers all that is open
 */
record Standing(
        Status status,
        boolean disputed,
        @Nullable LocalDate promisedUntil,
        boolean onPlan,
        boolean paymentInFlight,
        boolean coveredByCredit,
        @Nullable Hold hold) {

    enum Status {
        OPEN,
        PAID,
        VOID,
        WRITTEN_OFF
    }

    static final Standing OPEN = new Standing(Status.OPEN, false, null, false, false, false, null);

    Standing covered() {
        return new Standing(status, disputed, promisedUntil, onPlan, paymentInFlight, true, hold);
    }
}
