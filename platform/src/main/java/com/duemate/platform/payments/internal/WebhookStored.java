package com.duemate.platform.payments.internal;

import com.duemate.platform.messaging.DomainEvent;
import com.duemate.platform.messaging.EventName;
import java.util.UUID;

/** A provider's genuine notice is kept and waits to be read. */
@EventName("payments.WebhookStored.v1")
record WebhookStored(UUID event) implements DomainEvent {}
