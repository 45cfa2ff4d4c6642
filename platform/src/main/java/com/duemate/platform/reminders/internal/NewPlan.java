package com.duemate.platform.reminders.internal;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.reminders.PolicyVersion;
import com.duemate.platform.reminders.SendHours;
import com.duemate.platform.reminders.adaptive.Advice;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A plan about to be written.
 *
 * @param done the steps that are not part of the plan
 */
record NewPlan(
        InvoiceId invoice,
        CustomerId customer,
        ZoneId zone,
        PlanDays days,
        int cycle,
        PolicyVersion policy,
        Progress done) {

    /** @param dueAt when it goes out if nothing stands in its way */
    record Scheduled(int position, Instant dueAt) {}

    List<Scheduled> steps(SendHours hours, Advice advice) {
        var left = days.lay(policy).stream()
                .filter(step -> !done.covers(step, days))
                .toList();
        var times = new SendTimes(zone, hours, advice.hour(hours).orElse(null)).dueAt(left);
        return IntStream.range(0, left.size())
                .mapToObj(i -> new Scheduled(left.get(i).position(), times.get(i)))
                .toList();
    }
}
