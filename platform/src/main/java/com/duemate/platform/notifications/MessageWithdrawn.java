package com.duemate.platform.notifications;

import com.duemate.platform.messaging.DomainEvent;
import com.duemate.platform.messaging.EventName;
import java.util.UUID;

/** A message was taken back before it went. */
@EventName("notifications.MessageWithdrawn.v1")
public record MessageWithdrawn(UUID message, String kind) implements DomainEvent {}
