package com.duemate.tenantportal.messaging;

/** Ways to what could not be handed on. */
public final class MessagingNavigation {

    static final String DEAD_LETTERS = "staff/dead-letters";

    private MessagingNavigation() {}

    /** For staff. */
    public static String deadLetters() {
        return DEAD_LETTERS;
    }
}
