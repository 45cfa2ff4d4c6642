package com.duemate.platform.reminders.internal;

import com.duemate.platform.messaging.DomainEvent;
import com.duemate.platform.messaging.EventName;
import java.util.UUID;

/** A policy has a new version and plans to be moved to it; told again until none is left. */
@EventName("reminders.PolicyChanged.v1")
record PolicyChanged(UUID policy) implements DomainEvent {}
