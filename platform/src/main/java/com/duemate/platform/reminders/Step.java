package com.duemate.platform.reminders;

import com.duemate.platform.reminders.PolicyProblem.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One step of a policy; its position is the dunning level it raises an invoice to.
 *
 * @param position counted from 1
 * @param channels the one wanted, then those that serve where it has no address; none twice
 * @param template name of the template, without channel or language: {@code reminder.due}
 * @param escalated written in the name of the policy's {@link EscalatedSender}
 */
public record Step(
        int position,
        Timing timing,
        List<StepChannel> channels,
        String template,
        Tone tone,
        CatchUp catchUp,
        boolean escalated) {

    public static final int MAX_TEMPLATE_LENGTH = 64;

    private static final Pattern TEMPLATE = Pattern.compile("[a-z0-9][a-z0-9._-]{0," + (MAX_TEMPLATE_LENGTH - 1) + "}");

    /** @throws InvalidPolicy when position, days, channels or template name are out of their limits */
    public Step {
        channels = List.copyOf(channels);
        var problems = new ArrayList<PolicyProblem>();
        if (position < 1) {
            problems.add(new PolicyProblem(Kind.POSITION_WRONG, position));
        }
        if (!timing.isInRange()) {
            problems.add(new PolicyProblem(Kind.OFFSET_OUT_OF_RANGE, position));
        }
        if (channels.isEmpty() || EnumSet.copyOf(channels).size() < channels.size()) {
            problems.add(new PolicyProblem(Kind.CHANNELS_WRONG, position));
        }
        if (!TEMPLATE.matcher(template).matches()) {
            problems.add(new PolicyProblem(Kind.TEMPLATE_WRONG, position));
        }
        if (!problems.isEmpty()) {
            throw new InvalidPolicy(problems);
        }
    }

    /** A step counted from the due date, by this channel or where that has no address by the other that needs no person. */
    public Step(int position, int daysFromDue, StepChannel channel, String template, Tone tone) {
        this(position, Timing.due(daysFromDue), reaching(channel), template, tone, CatchUp.COLLAPSE, false);
    }

    /** The channel wanted, then the other of those that need no person. */
    public static List<StepChannel> reaching(StepChannel wanted) {
        return switch (wanted) {
            case EMAIL -> List.of(StepChannel.EMAIL, StepChannel.SMS);
            case SMS -> List.of(StepChannel.SMS, StepChannel.EMAIL);
            case LETTER, TASK -> List.of(wanted);
        };
    }

    /** The one wanted. */
    public StepChannel channel() {
        return channels.getFirst();
    }
}
