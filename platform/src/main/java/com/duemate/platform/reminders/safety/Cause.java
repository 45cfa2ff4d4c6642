package com.duemate.platform.reminders.safety;

/** Why sending stands still. */
public enum Cause {
    PERSON,
    /** Something about what went out was far from usual. */
    CIRCUIT,
    /** The database is a backup that came back, or another one's copy: what it says was not sent may have been. */
    RESTORED
}
