package com.duemate.platform.invoicing;

import com.duemate.platform.messaging.DomainEvent;
import com.duemate.platform.messaging.EventName;
import java.util.UUID;

/** An invoice became owed. */
@EventName("invoicing.InvoiceIssued.v1")
public record InvoiceIssued(UUID invoice, UUID customer) implements DomainEvent {}
