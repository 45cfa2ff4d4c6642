package com.duemate.platform.reminders.internal;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.reminders.PolicyVersion;
import com.duemate.platform.reminders.SendHours;
import com.duemate.platform.reminders.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * A plan about to be written.
 *
 * @param afterOffset steps up to this many days from the due date are done with and not part of the plan
 */
record NewPlan(
        InvoiceId invoice,
        CustomerId customer,
        ZoneId zone,
        LocalDate dueOn,
        int cycle,
        PolicyVersion policy,
        int afterOffset) {

    static final int NOTHING_BEFORE = Step.MIN_OFFSET_DAYS - 1;

    /** @param dueAt when it goes out if nothing stands in its way */
    record Scheduled(int position, Instant dueAt) {}

    List<Scheduled> steps(SendHours hours) {
        var times = new SendTimes(zone, hours);
        return policy.steps().stream()
                .filter(step -> step.offsetDays() > afterOffset)
                .map(step -> new Scheduled(step.position(), times.dueAt(dueOn.plusDays(step.offsetDays()))))
                .toList();
    }
}
