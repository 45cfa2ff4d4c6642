package com.duemate.platform.messaging.internal;

import com.duemate.platform.crash.Points;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Puts points around the transports of a process: at each parcel handed over, taken, and acknowledged. */
public final class WatchedLanes implements BeanPostProcessor {

    /** Long after a consumer's acknowledgement has left it; Pulsar's client gathers them for a tenth of a second. */
    private static final Executor LATER = CompletableFuture.delayedExecutor(250, TimeUnit.MILLISECONDS);

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof Lanes lanes ? new Lanes(lane -> new Watched(lanes.of(lane))) : bean;
    }

    private record Watched(Transport transport) implements Transport {

        @Override
        public CompletableFuture<Void> send(Parcel parcel) {
            return at("publish " + parcel.name(), () -> transport.send(parcel))
                    .thenRun(() -> at("published " + parcel.name(), () -> true));
        }

        @Override
        public void receive(Consumer<Parcel> receiver, BiConsumer<Parcel, String> givenUp) {
            transport.receive(
                    parcel -> {
                        at("take " + parcel.name(), () -> {
                            receiver.accept(parcel);
                            return true;
                        });
                        if (transport instanceof PulsarTransport) {
                            LATER.execute(() -> at("acknowledged " + parcel.name(), () -> true));
                        }
                    },
                    givenUp);
        }

        private static <T> T at(String name, Callable<T> work) {
            try {
                return Points.around(name, work);
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            transport.close();
        }
    }
}
