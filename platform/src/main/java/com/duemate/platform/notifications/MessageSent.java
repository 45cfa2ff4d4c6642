package com.duemate.platform.notifications;

import com.duemate.platform.messaging.DomainEvent;
import com.duemate.platform.messaging.EventName;
import java.util.UUID;

/** A message was handed over or captured. */
@EventName(value = "notifications.MessageSent.v1", announcedOnly = true)
public record MessageSent(UUID message, String kind) implements DomainEvent {}
