package com.duemate.platform.messaging.internal;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Carries parcels from the relay to the dispatcher, at least once. A parcel whose {@code send} completed is either received
 * without an exception or kept by the transport until it is; one whose {@code send} failed is sent again by the relay.
 */
interface Transport extends AutoCloseable {

    CompletableFuture<Void> send(Parcel parcel);

    /**
     * Called once, before the first parcel. A receiver that throws gets the parcel again.
     *
     * @param givenUp hears of a parcel that the transport keeps and will not bring again, with what {@link HandlerFailed#told} says;
     *     a transport whose {@code send} fails instead never calls it
     */
    void receive(Consumer<Parcel> receiver, BiConsumer<Parcel, String> givenUp);

    @Override
    void close();
}
