package com.duemate.platform.notifications;

import java.util.Locale;

/** How a reminder speaks. None of them threatens. */
public enum Tone {
    FRIENDLY,
    NEUTRAL,
    FIRM;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
