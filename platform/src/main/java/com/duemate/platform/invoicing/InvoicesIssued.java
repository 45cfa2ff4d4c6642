package com.duemate.platform.invoicing;

import com.duemate.platform.messaging.DomainEvent;
import com.duemate.platform.messaging.EventName;
import java.util.List;
import java.util.UUID;

/** Many invoices became owed at once, at most 1,000 in one event. */
@EventName("invoicing.InvoicesIssued.v1")
public record InvoicesIssued(List<UUID> invoices) implements DomainEvent {}
