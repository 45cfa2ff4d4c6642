package com.duemate.platform.payments;

import com.duemate.platform.messaging.DomainEvent;
import com.duemate.platform.messaging.EventName;
import java.util.UUID;

/** A customer's money is booked. */
@EventName("payments.PaymentReceived.v1")
public record PaymentReceived(UUID payment, UUID customer) implements DomainEvent {}
