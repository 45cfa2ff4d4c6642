package com.duemate.platform.identity;

import com.duemate.platform.messaging.DomainEvent;
import com.duemate.platform.messaging.EventName;
import java.util.UUID;

/** Somebody asked for a way into a customer portal. */
@EventName("identity.MagicLinkRequested.v1")
public record MagicLinkRequested(UUID request) implements DomainEvent {}
