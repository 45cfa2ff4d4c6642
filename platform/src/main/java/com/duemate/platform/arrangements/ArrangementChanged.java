package com.duemate.platform.arrangements;

import com.duemate.platform.messaging.DomainEvent;
import com.duemate.platform.messaging.EventName;
import java.util.UUID;

/** Something about an invoice was agreed, contested, held or ended. */
@EventName("arrangements.ArrangementChanged.v1")
public record ArrangementChanged(UUID arrangement, UUID invoice, UUID customer) implements DomainEvent {}
