package com.duemate.platform.customers;

import com.duemate.platform.messaging.DomainEvent;
import com.duemate.platform.messaging.EventName;
import java.util.UUID;

/** A customer's hold was set or lifted, or how to reach it changed: its plans are weighed again. */
@EventName("customers.CustomerChanged.v1")
public record CustomerChanged(UUID customer) implements DomainEvent {}
