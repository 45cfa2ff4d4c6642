package com.duemate.platform.reminders.safety;

/** What a circuit watches, over the last 24 hours. */
public enum Measure {
    VOLUME,
    /** Messages that the far end refused for good. */
    FAILURES,
    COMPLAINTS
}
