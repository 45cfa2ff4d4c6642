package com.duemate.platform.reminders.internal;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An invoice of the past with what became of it.
 *
 * @param first what was asked for when it was issued
 * @param changes what came upon it or off it, and when, oldest first: payments and what took them back, changes of its total
 */
record PastInvoice(InvoiceId id, String number, PlanDays days, Money first, List<Change> changes) {

    /** @param amount negative for what came off */
    record Change(Instant at, Money amount) {}

    PastInvoice {
        changes = List.copyOf(changes);
    }

    Money openAt(Instant now) {
        var open = first;
        for (var each : changes) {
            if (!each.at.isAfter(now)) {
                open = open.plus(each.amount);
            }
        }
        return open;
    }

    /** Since when nothing has been owed on it; empty while something is. */
    Optional<Instant> settledAt() {
        Optional<Instant> since = Optional.empty();
        var open = first;
        for (var each : changes) {
            open = open.plus(each.amount);
            since = open.isPositive() ? Optional.empty() : since.or(() -> Optional.of(each.at));
        }
        return since;
    }
}
