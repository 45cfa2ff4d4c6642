package com.duemate.platform.invoicing;

import com.duemate.platform.messaging.DomainEvent;
import com.duemate.platform.messaging.EventName;
import java.util.UUID;

/** Nothing is owed on the invoice any more. */
@EventName("invoicing.InvoicePaid.v1")
public record InvoicePaid(UUID invoice, UUID customer) implements DomainEvent {}
