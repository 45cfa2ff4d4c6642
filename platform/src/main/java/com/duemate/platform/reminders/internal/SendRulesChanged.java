package com.duemate.platform.reminders.internal;

import com.duemate.platform.messaging.DomainEvent;
import com.duemate.platform.messaging.EventName;
import java.util.UUID;

/**
 * Waiting steps are to be put on new times; told again for the customers that follow.
 *
 * @param after the last customer that was looked at; all zeros at first
 */
@EventName("reminders.SendRulesChanged.v1")
record SendRulesChanged(UUID after) implements DomainEvent {

    static final UUID FROM_THE_START = new UUID(0, 0);
}
