package com.duemate.platform.messaging.internal;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Carries parcels from the relay to the dispatcher, at least once. A parcel whose {@code send} completed is either received
 * without an exception or kept by the transport until it is; one whose {@code send} failed is sent again by the relay.
 */
interface Transport extends AutoCloseable {

    CompletableFuture<Void> send(Parcel parcel);

    /** Called once, before the first parcel. A receiver that throws gets the parcel again. */
    void receive(Consumer<Parcel> receiver);

    @Override
    void close();
}
