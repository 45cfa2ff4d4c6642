package com.duemate.platform.invoicing;

import com.duemate.platform.messaging.DomainEvent;
import com.duemate.platform.messaging.EventName;
import java.util.List;
import java.util.UUID;

/** Invoices of an undone import are gone, as if they had never been; at most 1,000 in one event. */
@EventName("invoicing.InvoicesRemoved.v1")
public record InvoicesRemoved(List<UUID> invoices) implements DomainEvent {}
