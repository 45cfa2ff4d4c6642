package com.duemate.platform.messaging;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * One background loop: runs rounds until one finds nothing to do, then waits to be woken or for its pause to pass. A round
 * that fails is logged and tried again after the pause. Starts and stops with the server.
 */
public abstract class Ticker implements SmartLifecycle, Engines.Idle {

    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);

    private final String name;
    private final Duration pause;
    private final BooleanSupplier round;
    private final Semaphore bell = new Semaphore(0);
    private volatile boolean running;
    private volatile boolean busy;
    private volatile Thread thread = Thread.currentThread();

    /** @param round does a bounded piece of work; true when there may be more */
    protected Ticker(String name, Duration pause, BooleanSupplier round) {
        this.name = name;
        this.pause = pause;
        this.round = round;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("ticker-" + name).daemon().start(this::loop);
    }

    @Override
    public void stop() {
        running = false;
        bell.release();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void wake() {
        bell.release();
    }

    /** True while a round runs; part of any answer to {@link #idle()}. */
    protected boolean busy() {
        return busy;
    }

    @Override
    public String toString() {
        return name;
    }

    private void loop() {
        while (running) {
            try {
                bell.drainPermits();
                busy = true;
                var more = round.getAsBoolean();
                busy = false;
                if (!more) {
                    rest();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                busy = false;
                if (running) {
                    LOG.warn("round of {} failed and will be tried again", name, e);
                    pauseAfterFailure();
                }
            }
        }
    }

    private void rest() throws InterruptedException {
        boolean woken = bell.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
        if (woken) {
            bell.drainPermits();
        }
    }

    private void pauseAfterFailure() {
        try {
            Thread.sleep(pause.plusMillis(500));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
