package com.duemate.platform.messaging;

/**
 * Reacts to one kind of event. A bean that implements it is called in a worker, once in effect for each event: in the tenant's
 * scope ({@code Backstage}), inside one transaction that also records the consumption. It reloads what it needs. An exception
 * rolls back and the event is tried again with growing pauses, at last parked as a dead letter.
 */
public interface EventHandler<E extends DomainEvent> {

    Class<E> event();

    /** Stable name of this reaction, unique in the system: {@code reminders.plan}. */
    String name();

    void on(E event);
}
