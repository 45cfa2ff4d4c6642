package com.duemate.platform.arrangements.internal;

import com.duemate.platform.messaging.DomainEvent;
import com.duemate.platform.messaging.EventName;
import java.util.UUID;

/** A customer said "not yet" or "not right". */
@EventName("arrangements.ArrangementRequested.v1")
record ArrangementRequested(UUID request) implements DomainEvent {}
