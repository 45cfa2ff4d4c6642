package com.duemate.platform.reminders;

/** Where a step goes whose day is a day off. */
public enum DayRule {
    /** To the next day on which messages go out. */
    NEXT,
    /** To the last such day before it. */
    PREVIOUS
}
