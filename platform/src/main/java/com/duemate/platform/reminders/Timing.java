package com.duemate.platform.reminders;

/**
 * When a step is meant for.
 *
 * @param days from the anchor; negative before the due date
 */
public record Timing(Anchor anchor, int days, DayRule dayRule) {

    public static final int MIN_DAYS_FROM_DUE = -90;
    public static final int MAX_DAYS = 365;

    public static Timing due(int days) {
        return new Timing(Anchor.DUE, days, DayRule.NEXT);
    }

    /** The fewest days this anchor allows. */
    public static int least(Anchor anchor) {
        return switch (anchor) {
            case DUE -> MIN_DAYS_FROM_DUE;
            case ISSUED -> 0;
            case LAST_CONTACT -> 1;
        };
    }

    /** Whether a day off moves the step forward in time; what counts from a contact must not come back upon it. */
    public boolean goesBack() {
        return dayRule == DayRule.PREVIOUS && anchor != Anchor.LAST_CONTACT;
    }

    boolean isInRange() {
        return days >= least(anchor) && days <= MAX_DAYS;
    }
}
