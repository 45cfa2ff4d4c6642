package com.duemate.platform.notifications.internal;

import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** Delivers a queued message at once, by the way every claimed one goes; for whoever works item by item. */
public final class OneMessage {

    private final Handover handover;

    public OneMessage(ApplicationContext context) {
        handover = context.getBean(Handover.class);
    }

    /** In the message's tenant's scope, outside any transaction. */
    public void deliver(UUID message) {
        handover.deliverClaimed(List.of(new Handover.Claim(message, 0)));
    }
}
