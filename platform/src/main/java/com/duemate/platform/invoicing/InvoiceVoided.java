package com.duemate.platform.invoicing;

import com.duemate.platform.messaging.DomainEvent;
import com.duemate.platform.messaging.EventName;
import java.util.UUID;

/** An invoice was cancelled. */
@EventName("invoicing.InvoiceVoided.v1")
public record InvoiceVoided(UUID invoice, UUID customer) implements DomainEvent {}
