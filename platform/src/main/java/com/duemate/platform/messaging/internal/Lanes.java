package com.duemate.platform.messaging.internal;

import com.duemate.platform.messaging.Lane;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** A transport for each lane. */
final class Lanes implements AutoCloseable {

    private final Map<Lane, Transport> transports = new EnumMap<>(Lane.class);

    Lanes(Function<Lane, Transport> open) {
        for (var lane : Lane.values()) {
            transports.put(lane, open.apply(lane));
        }
    }

    Transport of(Lane lane) {
        return Objects.requireNonNull(transports.get(lane));
    }

    @Override
    public void close() {
        transports.values().forEach(Transport::close);
    }
}
