package com.duemate.platform.notifications.internal;

import com.duemate.platform.messaging.DomainEvent;
import com.duemate.platform.messaging.EventName;
import com.duemate.platform.messaging.Lane;
import java.util.List;
import java.util.UUID;

/** Text messages wait to be handed over, at most {@link DeliveryLanes#TOGETHER} of them. */
@EventName(value = "notifications.TextsQueued.v1", lane = Lane.SMS)
record TextsQueued(List<UUID> messages) implements DomainEvent {}
