package com.duemate.platform.reminders.internal;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.reminders.PolicyVersion;
import java.time.LocalDate;
import java.util.Set;

/** A plan as it is stored, without its steps. */
record KeptPlan(
        InvoiceId invoice,
        int cycle,
        CustomerId customer,
        PolicyRef policy,
        PlanDays days,
        int afterOffset,
        State state) {

    enum State {
        RUNNING,
        /** Every step is decided. */
        DONE,
        /** Nothing was owed any more. */
        CLOSED,
        /** A plan of a later cycle took over. */
        REPLACED
    }

    /**
     * How far the plan has come, as an offset from the due date: a plan of another policy version goes on behind it. What is
     * decided is behind; so is every day before today, unless a step was still waiting then.
     *
     * @param old the version this plan was made from
     * @param decided positions that have their final decision
     */
    int doneUpTo(PolicyVersion old, Set<Integer> decided, LocalDate today) {
        int done = afterOffset;
        var from = today;
        for (var step : days.lay(old)) {
            int offset = days.offset(step.day());
            if (decided.contains(step.position())) {
                done = Math.max(done, offset);
            } else if (offset > afterOffset && step.day().isBefore(from)) {
                from = step.day();
            }
        }
        return Math.max(done, days.offset(from) - 1);
    }
}
