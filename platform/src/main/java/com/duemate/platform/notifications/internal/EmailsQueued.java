package com.duemate.platform.notifications.internal;

import com.duemate.platform.messaging.DomainEvent;
import com.duemate.platform.messaging.EventName;
import com.duemate.platform.messaging.Lane;
import java.util.List;
import java.util.UUID;

/** E-mails wait to be handed over, at most {@link DeliveryLanes#TOGETHER} of them. */
@EventName(value = "notifications.EmailsQueued.v1", lane = Lane.EMAIL)
record EmailsQueued(List<UUID> messages) implements DomainEvent {}
