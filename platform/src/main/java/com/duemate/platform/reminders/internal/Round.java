package com.duemate.platform.reminders.internal;

import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.reminders.internal.DueEngine.Claim;
import com.duemate.platform.reminders.internal.DueEngine.Taken;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One round of the due engine. Several threads run it at once: each takes turns of the tenants that were claimed, and when few are
 * left one of them claims anew while the others still have some.
 */
final class Round implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Round.class);

    private static final int FEW = 8;

    /** What is left of a lease when a seat is no longer begun: a turn takes less. */
    private static final Duration LAST_MOMENT = Duration.ofSeconds(15);

    private final Supplier<Claim> claims;
    private final BiFunction<TenantId, Claim, Taken> turns;
    private final long longest;
    private final long freshFor;
    private final long start = System.nanoTime();
    private final BlockingQueue<Seat> waiting = new LinkedBlockingQueue<>();
    private final Lock claiming = new ReentrantLock();
    private final AtomicInteger weighed = new AtomicInteger();
    private volatile boolean isAllClaimed;
    private volatile int weighedBefore;

    /**
     * @param longest for how long more is claimed, and tenants that nobody waits behind are gone on with
     * @param lease of what is claimed
     */
    Round(Supplier<Claim> claims, BiFunction<TenantId, Claim, Taken> turns, Duration longest, Duration lease) {
        this.claims = claims;
        this.turns = turns;
        this.longest = longest.toNanos();
        this.freshFor = lease.minus(LAST_MOMENT).toNanos();
    }

    /** The first claim, before any thread begins. */
    void claim() {
        var claim = claims.get();
        var at = System.nanoTime();
        claim.tenants().forEach(tenant -> waiting.add(new Seat(tenant, claim, at)));
        isAllClaimed = claim.isAll();
        weighedBefore = weighed.get();
    }

    /** How many customers were weighed so far. */
    int weighed() {
        return weighed.get();
    }

    @Override
    public void run() {
        for (var next = next(); next != null; next = next()) {
            take(next);
        }
    }

    private void take(Seat seat) {
        if (System.nanoTime() - seat.at > freshFor) {
            LOG.warn("a claim took longer than its lease; what is left of it will be claimed again");
            waiting.clear();
            return;
        }
        var taken = turns.apply(seat.tenant, seat.claim);
        weighed.addAndGet(taken.customers());
        if (taken.more() && seat.claim.isAll() && mayGoOn()) {
            waiting.add(seat);
        }
    }

    private @Nullable Seat next() {
        if (mayClaim() && claiming.tryLock()) {
            try {
                // Another thread may have claimed between the question and the lock.
                if (mayClaim()) {
                    claim();
                }
            } catch (RuntimeException e) {
                LOG.warn("a round could not claim anew and ends with what it has", e);
                isAllClaimed = true;
            } finally {
                claiming.unlock();
            }
        }
        var next = waiting.poll();
        return next == null ? afterWhoeverClaims() : next;
    }

    private @Nullable Seat afterWhoeverClaims() {
        claiming.lock();
        try {
            return waiting.poll();
        } finally {
            claiming.unlock();
        }
    }

    /** Not when all that are due are claimed, nor when the last who were had nothing that could be weighed. */
    private boolean mayClaim() {
        return waiting.size() < FEW && mayGoOn() && !isAllClaimed && weighed.get() > weighedBefore;
    }

    private boolean mayGoOn() {
        return System.nanoTime() - start < longest;
    }

    /** @param at when it was claimed, by {@link System#nanoTime} */
    private record Seat(TenantId tenant, Claim claim, long at) {}
}
