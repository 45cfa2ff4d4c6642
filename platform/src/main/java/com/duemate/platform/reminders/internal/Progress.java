package com.duemate.platform.reminders.internal;

import com.duemate.platform.reminders.Anchor;

/**
 * How much of a policy lies behind a plan when it is made.
 *
 * @param offset steps meant for up to this many days from the due date are done with; {@link #BY_POSITION} where positions alone say it
 * @param position so are steps up to this one that count from the last contact, whose day says nothing; with {@link #BY_POSITION} all of them
 */
record Progress(int offset, int position) {

    static final int BY_POSITION = Integer.MIN_VALUE;

    static final Progress NONE = new Progress(BY_POSITION, 0);

    static Progress upToPosition(int position) {
        return new Progress(BY_POSITION, position);
    }

    boolean covers(PlannedStep step, PlanDays days) {
        return offset == BY_POSITION || step.step().timing().anchor() == Anchor.LAST_CONTACT
                ? step.position() <= position
                : days.offset(step.day()) <= offset;
    }
}
