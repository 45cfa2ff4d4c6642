package com.duemate.platform.reminders.internal;

import com.duemate.platform.reminders.Anchor;
import com.duemate.platform.reminders.CatchUp;
import com.duemate.platform.reminders.DayRule;
import com.duemate.platform.reminders.Step;
import com.duemate.platform.reminders.StepChannel;
import com.duemate.platform.reminders.Timing;
import com.duemate.platform.reminders.Tone;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A step as {@code reminders.policy_version} keeps it. What is null is left out; the first versions kept one channel and knew
 * neither anchor nor rules.
 *
 * @param channel the one wanted, of a step from before there were others
 */
record StepJson(
        int position,
        @Nullable Anchor anchor,
        int offsetDays,
        @Nullable DayRule dayRule,
        @Nullable StepChannel channel,
        @Nullable List<StepChannel> channels,
        String template,
        Tone tone,
        @Nullable CatchUp catchUp,
        @Nullable Boolean escalated) {

    static StepJson of(Step step) {
        return new StepJson(
                step.position(),
                step.timing().anchor(),
                step.timing().days(),
                step.timing().dayRule(),
                null,
                step.channels(),
                step.template(),
                step.tone(),
                step.catchUp(),
                step.escalated());
    }

    Step step() {
        return new Step(
                position,
                new Timing(
                        Objects.requireNonNullElse(anchor, Anchor.DUE),
                        offsetDays,
                        Objects.requireNonNullElse(dayRule, DayRule.NEXT)),
                channels == null ? Step.reaching(Objects.requireNonNull(channel)) : channels,
                template,
                tone,
                Objects.requireNonNullElse(catchUp, CatchUp.COLLAPSE),
                Boolean.TRUE.equals(escalated));
    }
}
