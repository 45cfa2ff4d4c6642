package com.duemate.platform.reminders.internal;

import com.duemate.platform.kernel.Money;
import com.duemate.platform.reminders.PolicyVersion;
import java.time.LocalDate;
import java.util.List;

/**
 * The steps one invoice still has before it.
 *
 * @param cycle counts the invoice's plans from 1; 0 for an invoice that has none
 * @param waiting steps without a final decision, positions ascending, days never going back
 * @param minimums those of the policy version the plan was made from
 */
record Plan(int cycle, List<PlannedStep> waiting, List<Money> minimums) {

    static final Plan NONE = new Plan(0, List.of(), List.of());

    Plan {
        waiting = List.copyOf(waiting);
        minimums = List.copyOf(minimums);
        for (int i = 1; i < waiting.size(); i++) {
            var before = waiting.get(i - 1);
            var after = waiting.get(i);
            if (after.position() <= before.position() || after.day().isBefore(before.day())) {
                throw new IllegalArgumentException("steps out of order: " + before + ", " + after);
            }
        }
    }

    static Plan of(PolicyVersion policy, int cycle, LocalDate dueOn) {
        var steps = policy.steps().stream()
                .map(step -> new PlannedStep(step, dueOn.plusDays(step.offsetDays())))
                .toList();
        return new Plan(cycle, steps, policy.minimums());
    }
}
