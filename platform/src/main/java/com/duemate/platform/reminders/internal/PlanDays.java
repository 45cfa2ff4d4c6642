package com.duemate.platform.reminders.internal;

import com.duemate.platform.reminders.PolicyVersion;
import com.duemate.platform.reminders.Step;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The days of one invoice that steps count from.
 *
 * @param heardOn when the customer last heard of it; null for never
 */
record PlanDays(
        LocalDate issuedOn, LocalDate dueOn, @Nullable LocalDate heardOn) {

    /** Every step of the policy on its day, none of them decided; no step before the one ahead of it. */
    List<PlannedStep> lay(PolicyVersion policy) {
        return lay(policy, 1);
    }

    /**
     * As {@link #lay(PolicyVersion)}, while the step at this position is the next.
     *
     * @param next the one that the last contact, if any, came before
     */
    List<PlannedStep> lay(PolicyVersion policy, int next) {
        var laid = new ArrayList<PlannedStep>();
        @Nullable LocalDate before = null;
        for (var step : policy.steps()) {
            var day = latest(meant(step, before, step.position() == next ? heardOn : null), before);
            laid.add(new PlannedStep(step, day));
            before = day;
        }
        return laid;
    }

    private LocalDate meant(Step step, @Nullable LocalDate before, @Nullable LocalDate heard) {
        var from =
                switch (step.timing().anchor()) {
                    case DUE -> dueOn;
                    case ISSUED -> issuedOn;
                    case LAST_CONTACT -> latest(before == null ? dueOn : before, heard);
                };
        return from.plusDays(step.timing().days());
    }

    /** How a day lies to the due date; negative before it. */
    int offset(LocalDate day) {
        return (int) ChronoUnit.DAYS.between(dueOn, day);
    }

    private static LocalDate latest(LocalDate one, @Nullable LocalDate other) {
        return other == null || one.isAfter(other) ? one : other;
    }
}
