package com.duemate.platform.messaging;

import java.util.List;

/** Where a room puts a fact, as a row in the transaction that made it true. */
public interface Outbox {

    /** Must be called inside a tenant's or a customer's transaction; the event is handed on after its commit. */
    void publish(DomainEvent event);

    /** The same for several, with one statement. */
    void publishAll(List<? extends DomainEvent> events);
}
