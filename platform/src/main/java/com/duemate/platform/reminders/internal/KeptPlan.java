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
        Progress done,
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
     * How far the plan has come: a plan of another policy version goes on behind it. What is decided is behind; so is every day
     * before today. A step that still waits is not, and nothing after it.
     *
     * @param old the version this plan was made from
     * @param decided positions that have their final decision
     */
    Progress doneBy(PolicyVersion old, Set<Integer> decided, LocalDate today) {
        int offset = days.offset(today) - 1;
        int position = done.position();
        int waits = Integer.MAX_VALUE;
        for (var step : days.lay(old)) {
            int own = days.offset(step.day());
            if (decided.contains(step.position())) {
                offset = Math.max(offset, own);
                position = Math.max(position, step.position());
            } else if (!done.covers(step, days)) {
                waits = Math.min(waits, own);
            }
        }
        int before = done.offset() == Progress.BY_POSITION ? offset : Math.max(done.offset(), offset);
        return new Progress(Math.min(before, waits - 1), position);
    }

    /** The highest position up to which nothing is planned any more, sent or not. */
    int behind(PolicyVersion policy) {
        return days.lay(policy).stream()
                .filter(step -> done.covers(step, days))
                .mapToInt(PlannedStep::position)
                .max()
                .orElse(0);
    }
}
