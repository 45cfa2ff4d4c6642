package com.duemate.platform.crash;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Invoices that come in one after the other, at several tenants; each is overdue, so that its customer is to be written to at once. */
final class Arrivals implements AutoCloseable {

    private static final long PAUSE_MILLIS = 120;

    private final Child office;
    private final List<String> tenants;
    private final Queue<String> addresses = new ConcurrentLinkedQueue<>();
    private final ReentrantLock gate = new ReentrantLock();
    private final Thread thread;
    private volatile boolean open = true;
    private volatile @Nullable RuntimeException failure;

    Arrivals(Child office, List<String> tenants) {
        this.office = office;
        this.tenants = tenants;
        this.thread = Thread.ofPlatform().name("arrivals").daemon().start(this::arrive);
    }

    /** Everybody who is to get a message. */
    List<String> addresses() {
        return List.copyOf(addresses);
    }

    /** Some more at once, and then none until {@link #resume}: the office would not know what came of them. */
    void pauseAfter(int more) {
        gate.lock();
        for (int i = 0; i < more; i++) {
            one(i);
        }
    }

    void resume() {
        gate.unlock();
    }

    private void arrive() {
        try {
            for (int i = 0; open; i++) {
                gate.lock();
                try {
                    one(i);
                } finally {
                    gate.unlock();
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private void one(int number) {
        addresses.add(office.ask("invoices " + tenants.get(number % tenants.size()) + " 1"));
    }

    /** @throws RuntimeException when an invoice could not be made: then nobody knows what was to happen */
    @Override
    public void close() throws InterruptedException {
        open = false;
        thread.join();
        if (failure != null) {
            throw failure;
        }
    }
}
