package com.duemate.platform.reminders;

/**
 * One thing wrong with a policy.
 *
 * @param position the step at fault, counted from 1; 0 when it is the policy itself
 */
public record PolicyProblem(Kind kind, int position) {

    /** What is wrong; {@link #textKey()} says it to a person. */
    public enum Kind {
        NAME_MISSING,
        NAME_TOO_LONG,
        NAME_CHARACTERS,
        NO_STEPS,
        TOO_MANY_STEPS,
        POSITION_WRONG,
        OFFSET_OUT_OF_RANGE,
        OFFSET_TAKEN,
        OFFSET_OUT_OF_ORDER,
        /** The first step cannot count from the contact before it. */
        NOTHING_BEFORE,
        CHANNELS_WRONG,
        TEMPLATE_WRONG,
        MINIMUM_NOT_POSITIVE,
        MINIMUM_TWICE,
        /** A step wants to be escalated, and nobody is named. */
        ESCALATION_MISSING,
        ESCALATION_WRONG
    }

    public String textKey() {
        return "reminders.policy." + kind.name();
    }
}
