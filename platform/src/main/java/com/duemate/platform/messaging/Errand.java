package com.duemate.platform.messaging;

/**
 * Work an event asks for that talks to somebody outside. A bean that implements it is called in a worker, in the tenant's scope
 * ({@code Backstage}) and outside any transaction, once or more often for each event: it finds out by itself what is still to be
 * done. An exception has the event tried again with growing pauses, at last parked as a dead letter.
 */
public interface Errand<E extends DomainEvent> {

    Class<E> event();

    /** Stable name, unique in the system: {@code notifications.sendEmails}. */
    String name();

    void run(E event);
}
