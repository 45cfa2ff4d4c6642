package com.duemate.platform.notifications;

import java.util.Arrays;

/** What a message is for. */
public enum MessageKind {
    /** Open invoices, before, on or after their due date; one template for each tone and situation. */
    REMINDER("reminder"),
    /** Thanks for a payment, with what it settled. */
    RECEIPT("receipt"),
    /** A link a customer asked for to sign in without a password. */
    MAGIC_LINK("magic_link"),
    /** A link to see and pay invoices, sent by hand. */
    PAYMENT_LINK("payment_link"),
    /** Somebody is asked to join the tenant's people. */
    INVITATION("invitation"),
    /** The tenant's owners hear that reminders stopped by themselves. */
    SENDING_ALARM("sending_alarm"),
    /** The tenant's owners hear that more goes out tomorrow than is usual. */
    SENDING_DIGEST("sending_digest");

    private final String key;

    MessageKind(String key) {
        this.key = key;
    }

    /** The kind's name in templates, texts and stored messages. */
    public String key() {
        return key;
    }

    /** True when somebody sits before a screen until it arrives: it never queues behind what goes out to many. */
    public boolean isAwaited() {
        return this == MAGIC_LINK || this == INVITATION || this == PAYMENT_LINK;
    }

    /** @throws IllegalArgumentException for a key no kind has */
    public static MessageKind of(String key) {
        return Arrays.stream(values())
                .filter(kind -> kind.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of message: " + key));
    }
}
