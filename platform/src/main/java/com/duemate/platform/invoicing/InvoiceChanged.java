package com.duemate.platform.invoicing;

import com.duemate.platform.messaging.DomainEvent;
import com.duemate.platform.messaging.EventName;
import java.util.UUID;

/** An issued invoice's dates or amounts changed. */
@EventName("invoicing.InvoiceChanged.v1")
public record InvoiceChanged(UUID invoice, UUID customer) implements DomainEvent {}
