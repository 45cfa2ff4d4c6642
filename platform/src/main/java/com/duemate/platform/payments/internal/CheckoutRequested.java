package com.duemate.platform.payments.internal;

import com.duemate.platform.messaging.DomainEvent;
import com.duemate.platform.messaging.EventName;
import java.util.UUID;

/** A customer asked to pay. */
@EventName("payments.CheckoutRequested.v1")
record CheckoutRequested(UUID request) implements DomainEvent {}
