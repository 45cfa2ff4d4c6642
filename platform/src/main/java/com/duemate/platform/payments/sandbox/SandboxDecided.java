package com.duemate.platform.payments.sandbox;

import com.duemate.platform.messaging.DomainEvent;
import com.duemate.platform.messaging.EventName;
import java.util.UUID;

/** A payer chose how a sandbox payment ends. */
@EventName("payments.SandboxDecided.v1")
record SandboxDecided(UUID outcome) implements DomainEvent {}
