package com.duemate.platform.testkit;

import com.duemate.platform.messaging.DomainEvent;
import com.duemate.platform.messaging.EventName;
import java.util.UUID;

/** Something a test made happen. */
@EventName("testkit.ProbeHappened.v1")
public record ProbeHappened(UUID tenant) implements DomainEvent {}
