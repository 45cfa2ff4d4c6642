package com.duemate.platform.notifications;

import java.util.Locale;

/** Where a reminder stands to the due date of the carrying invoice. */
public enum Situation {
    BEFORE,
    DUE,
    LATE;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param daysLate today minus due date; negative before it */
    public static Situation of(long daysLate) {
        return daysLate < 0 ? BEFORE : daysLate == 0 ? DUE : LATE;
    }
}
