package com.duemate.platform.reminders;

/** What becomes of a step that did not go out on its day: something paused it, or nothing was running. */
public enum CatchUp {
    /** It goes out late, unless a later step has fallen due by then: that one takes its place. */
    COLLAPSE,
    /** It is left out. */
    SKIP,
    /** It goes out late in any case; later steps wait until the day after it. */
    SEND_LATE
}
