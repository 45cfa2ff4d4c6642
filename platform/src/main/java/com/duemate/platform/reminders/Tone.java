package com.duemate.platform.reminders;

/** How a message speaks. Templates read it; none of the three threatens. */
public enum Tone {
    FRIENDLY,
    NEUTRAL,
    FIRM
}
