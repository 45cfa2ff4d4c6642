package com.duemate.platform.invoicing.internal;

import com.duemate.platform.messaging.DomainEvent;
import com.duemate.platform.messaging.EventName;
import com.duemate.platform.messaging.Lane;
import java.util.List;
import java.util.UUID;

/** Invoices are to be printed before anybody asks, at most 50 in one order. */
@EventName(value = "invoicing.PapersWanted.v1", lane = Lane.PAPERS)
record PapersWanted(List<UUID> invoices) implements DomainEvent {}
