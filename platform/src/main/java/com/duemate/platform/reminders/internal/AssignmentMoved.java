package com.duemate.platform.reminders.internal;

import com.duemate.platform.messaging.DomainEvent;
import com.duemate.platform.messaging.EventName;
import java.util.UUID;

/**
 * Running plans are to follow the rules as they stand; told again until no customer is left.
 *
 * @param after customers up to this one are done
 */
@EventName("reminders.AssignmentMoved.v1")
record AssignmentMoved(UUID after) implements DomainEvent {

    static final UUID NOBODY = new UUID(0, 0);
}
