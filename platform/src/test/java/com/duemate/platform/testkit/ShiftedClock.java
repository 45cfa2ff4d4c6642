package com.duemate.platform.testkit;

import com.duemate.platform.kernel.SecurityClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** The system's time, moved forward by tests that wait for something to end. The database's own clock stays where it is. */
public final class ShiftedClock implements SecurityClock {

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    @Override
    public Instant now() {
        return Instant.now().plus(ahead.get());
    }

    public void advance(Duration by) {
        ahead.updateAndGet(by::plus);
    }

    void reset() {
        ahead.set(Duration.ZERO);
    }
}
