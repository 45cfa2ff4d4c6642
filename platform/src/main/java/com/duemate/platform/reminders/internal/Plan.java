package com.duemate.platform.reminders.internal;

import com.duemate.platform.reminders.PolicyVersion;
import java.util.List;

/**
 * The steps one invoice still has before it.
 *
 * @param cycle counts the invoice's plans from 1; 0 for an invoice that has none
 * @param waiting steps without a final decision, positions ascending, days never going back
 * @param terms those of the policy version the plan was made from
 */
record Plan(int cycle, List<PlannedStep> waiting, Terms terms) {

    static final Plan NONE = new Plan(0, List.of(), Terms.NONE);

    Plan {
        waiting = List.copyOf(waiting);
        for (int i = 1; i < waiting.size(); i++) {
            var before = waiting.get(i - 1);
            var after = waiting.get(i);
            if (after.position() <= before.position() || after.day().isBefore(before.day())) {
                throw new IllegalArgumentException("steps out of order: " + before + ", " + after);
            }
        }
    }

    static Plan of(PolicyVersion policy, int cycle, PlanDays days) {
        return new Plan(cycle, days.lay(policy), Terms.of(policy));
    }

    /** The same, while the step at this position is the next. */
    static Plan of(PolicyVersion policy, int cycle, PlanDays days, int next) {
        return new Plan(cycle, days.lay(policy, next), Terms.of(policy));
    }

    Plan with(List<PlannedStep> other) {
        return new Plan(cycle, other, terms);
    }
}
