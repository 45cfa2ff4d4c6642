package com.duemate.platform.reminders.internal;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.reminders.StepKey;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Set;

/**
 * One invoice of the customer being weighed, with its plan. One that was just paid or voided is handed over too, until its steps
 * are decided.
 *
 * @param open what is still owed on it
 */
record OpenItem(
        InvoiceId id, String number, LocalDate issuedOn, LocalDate dueOn, Money open, Standing standing, Plan plan) {

    /** By due date, then issue date, then number; the id only makes it total. */
    static final Comparator<OpenItem> OLDEST_FIRST = Comparator.comparing(OpenItem::dueOn)
            .thenComparing(OpenItem::issuedOn)
            .thenComparing(OpenItem::number)
            .thenComparing(item -> item.id().value());

    StepKey key(PlannedStep step) {
        return new StepKey(id, plan.cycle(), step.position());
    }

    /** The same with the customer's credit reaching for all that is open. */
    OpenItem covered() {
        return new OpenItem(id, number, issuedOn, dueOn, open, standing.covered(), plan);
    }

    /** The same without the steps that were decided. */
    OpenItem without(Set<StepKey> decided) {
        return with(plan.with(plan.waiting().stream()
                .filter(step -> !decided.contains(key(step)))
                .toList()));
    }

    OpenItem with(Plan other) {
        return new OpenItem(id, number, issuedOn, dueOn, open, standing, other);
    }
}
