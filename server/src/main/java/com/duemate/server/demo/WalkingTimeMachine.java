package com.duemate.server.demo;

import com.duemate.platform.messaging.Engines;
import com.duemate.platform.messaging.TimeMachine;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Walks in a thread of its own; at each step the engines do all that is due before the next one is taken. */
final class WalkingTimeMachine implements TimeMachine {

    private static final Duration STEP = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final MovableClock clock;
    private final Engines engines;
    private Duration left = Duration.ZERO;
    private @Nullable Thread walker;

    WalkingTimeMachine(MovableClock clock, Engines engines) {
        this.clock = clock;
        this.engines = engines;
    }

    @Override
    public Reading read() {
        var walking = walking();
        return new Reading(clock.now(), !walking && quiet());
    }

    @Override
    public synchronized void advance(Duration by) {
        if (by.isNegative() || by.compareTo(MAX_WALK) > 0 || left.plus(by).compareTo(MAX_WALK) > 0) {
            throw new IllegalArgumentException("a walk goes forward, and at most " + MAX_WALK.toDays() + " days");
        }
        left = left.plus(by);
        if (walker == null && !left.isZero()) {
            walker = Thread.ofPlatform().name("time-machine").daemon().start(this::walk);
        }
    }

    /** Asked on a thread of its own: whoever reads the clock is signed in, and the engines work in nobody's name. */
    private boolean quiet() {
        return CompletableFuture.supplyAsync(engines::quiet, Thread::startVirtualThread)
                .join();
    }

    private synchronized boolean walking() {
        return walker != null;
    }

    private void walk() {
        while (true) {
            Duration step;
            synchronized (this) {
                step = left.compareTo(STEP) < 0 ? left : STEP;
                if (step.isZero()) {
                    walker = null;
                    return;
                }
                left = left.minus(step);
            }
            untilQuiet();
            clock.advance(step);
            engines.wake();
            untilQuiet();
        }
    }

    private void untilQuiet() {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!engines.quiet() && System.nanoTime() < deadline) {
            try {
                Thread.sleep(3);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
