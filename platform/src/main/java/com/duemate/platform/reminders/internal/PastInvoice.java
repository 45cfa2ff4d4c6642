package com.duemate.platform.reminders.internal;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An invoice of the past with what became of it.
 *
 * @param total what was asked for
 * @param less what was taken off it, and when, oldest first: payments, credits, and what was voided or written off
 */
record PastInvoice(InvoiceId id, String number, PlanDays days, Money total, List<Less> less) {

    /** @param amount positive */
    record Less(Instant at, Money amount) {}

    PastInvoice {
        less = List.copyOf(less);
    }

    Money openAt(Instant now) {
        var open = total;
        for (var each : less) {
            if (!each.at.isAfter(now)) {
                open = open.minus(each.amount);
            }
        }
        return open;
    }

    /** When nothing was owed on it any more. */
    Optional<Instant> settledAt() {
        return less.stream()
                .map(Less::at)
                .filter(at -> !openAt(at).isPositive())
                .findFirst();
    }
}
