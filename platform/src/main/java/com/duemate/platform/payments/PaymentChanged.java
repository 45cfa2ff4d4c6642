package com.duemate.platform.payments;

import com.duemate.platform.messaging.DomainEvent;
import com.duemate.platform.messaging.EventName;
import java.util.UUID;

/** A payment went in flight or was declined. */
@EventName("payments.PaymentChanged.v1")
public record PaymentChanged(UUID payment, UUID customer) implements DomainEvent {}
