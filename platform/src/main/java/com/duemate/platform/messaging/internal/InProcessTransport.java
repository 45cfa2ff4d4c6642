package com.duemate.platform.messaging.internal;

import com.duemate.platform.messaging.Lane;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Receives in this process: {@code send} completes when the receiver is done, so a crash leaves the row with the relay. */
final class InProcessTransport implements Transport {

    private final ExecutorService executor;
    private volatile @Nullable Consumer<Parcel> receiver;

    InProcessTransport(Lane lane) {
        executor = Executors.newFixedThreadPool(
                lane.sideBySide(),
                Thread.ofPlatform()
                        .name(lane.name().toLowerCase(Locale.ROOT) + "-", 0)
                        .daemon()
                        .factory());
    }

    @Override
    public CompletableFuture<Void> send(Parcel parcel) {
        return CompletableFuture.runAsync(
                () -> {
                    var to = receiver;
                    if (to == null) {
                        throw new IllegalStateException("nobody receives yet");
                    }
                    to.accept(parcel);
                },
                executor);
    }

    @Override
    public void receive(Consumer<Parcel> to, BiConsumer<Parcel, String> givenUp) {
        receiver = to;
    }

    @Override
    public void close() {
        executor.close();
    }
}
