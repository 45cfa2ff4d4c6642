package com.duemate.platform.reminders.adaptive;

import com.duemate.platform.reminders.Tone;

/** How far advice may change the tone a policy's step asks for; never by more than one level. */
public enum Leeway {
    KEEP,
    SOFTER,
    EITHER;

    boolean allows(Tone wanted, Tone advised) {
        int harsher = advised.ordinal() - wanted.ordinal();
        return Math.abs(harsher) == 1 && (this == EITHER || this == SOFTER && harsher < 0);
    }
}
