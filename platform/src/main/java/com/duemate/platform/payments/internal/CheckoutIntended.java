package com.duemate.platform.payments.internal;

import com.duemate.platform.messaging.DomainEvent;
import com.duemate.platform.messaging.EventName;
import java.util.UUID;

/** The intent to open a checkout is written down; the provider has not been called. */
@EventName("payments.CheckoutIntended.v1")
record CheckoutIntended(UUID request) implements DomainEvent {}
