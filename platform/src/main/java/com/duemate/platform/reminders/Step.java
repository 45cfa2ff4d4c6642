package com.duemate.platform.reminders;

import com.duemate.platform.reminders.PolicyProblem.Kind;
import java.util.ArrayList;
import java.util.regex.Pattern;

/**
 * One step of a policy; its position is the dunning level it raises an invoice to.
 *
 * @param position counted from 1
 * @param offsetDays days from the due date, negative before it; -90 to 365
 * @param template name of the template, without channel or language: {@code reminder.due}
 */
public record Step(int position, int offsetDays, StepChannel channel, String template, Tone tone) {

    public static final int MIN_OFFSET_DAYS = -90;
    public static final int MAX_OFFSET_DAYS = 365;
    public static final int MAX_TEMPLATE_LENGTH = 64;

    private static final Pattern TEMPLATE = Pattern.compile("[a-z0-9][a-z0-9._-]{0," + (MAX_TEMPLATE_LENGTH - 1) + "}");

    /** @throws InvalidPolicy when position, offset or template name is out of its limits */
    public Step {
        var problems = new ArrayList<PolicyProblem>();
        if (position < 1) {
            problems.add(new PolicyProblem(Kind.POSITION_WRONG, position));
        }
        if (offsetDays < MIN_OFFSET_DAYS || offsetDays > MAX_OFFSET_DAYS) {
            problems.add(new PolicyProblem(Kind.OFFSET_OUT_OF_RANGE, position));
        }
        if (!TEMPLATE.matcher(template).matches()) {
            problems.add(new PolicyProblem(Kind.TEMPLATE_WRONG, position));
        }
        if (!problems.isEmpty()) {
            throw new InvalidPolicy(problems);
        }
    }

    public boolean beforeDue() {
        return offsetDays < 0;
    }
}
