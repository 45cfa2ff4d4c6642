package com.duemate.platform.reminders;

/** What came of weighing a step. All but {@link #POSTPONED} are final: a step gets exactly one of them, once. */
public enum Outcome {
    /** The step's own message goes out. */
    SENT,
    /** A person was given it to do. */
    HANDED_OVER,
    /** No message of its own: its invoice is listed in the message another invoice carries. */
    GROUPED,
    /** Nothing goes out for this step, ever. */
    SKIPPED,
    /** The step waits and is weighed again at the time named. */
    POSTPONED;

    public boolean isFinal() {
        return this != POSTPONED;
    }
}
