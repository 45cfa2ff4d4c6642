package com.duemate.platform.reminders.internal;

import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.reminders.internal.DueEngine.Claim;
import com.duemate.platform.reminders.internal.DueEngine.Taken;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One round of the due engine. Several threads run it at once: each takes turns of the tenants that were claimed. When few are left,
 * or for some time nobody has looked who else has something due, one of them claims while the others go on.
 */
final class Round implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Round.class);

    private static final int FEW = 8;

    /** What is left of a lease when a seat is no longer begun: a turn takes less. */
    private static final Duration LAST_MOMENT = Duration.ofSeconds(15);

    private static final Duration PAUSE = Duration.ofMillis(10);

    private final Supplier<Claim> claims;
    private final BiFunction<TenantId, Claim, Taken> turns;
    private final Pace pace;
    private final long start = System.nanoTime();
    private final BlockingQueue<Seat> waiting = new LinkedBlockingQueue<>();
    private final Lock claiming = new ReentrantLock();
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicInteger weighed = new AtomicInteger();
    private volatile boolean isAllClaimed;
    private volatile int weighedBefore;
    private volatile long claimedAt;

    Round(Supplier<Claim> claims, BiFunction<TenantId, Claim, Taken> turns, Pace pace) {
        this.claims = claims;
        this.turns = turns;
        this.pace = pace;
    }

    /**
     * @param longest for how long more is claimed, and tenants that nobody waits behind are gone on with
     * @param look how long tenants are gone on with until somebody looks who else has something due
     * @param lease of what is claimed
     */
    record Pace(Duration longest, Duration look, Duration lease) {}

    /** The first claim, before any thread begins. */
    void claim() {
        var claim = claims.get();
        var at = System.nanoTime();
        // Their turns had ended before this claim, which has them anew if it found them.
        waiting.removeIf(Seat::again);
        claim.tenants().forEach(tenant -> waiting.add(new Seat(tenant, claim, at, false)));
        isAllClaimed = claim.isAll();
        weighedBefore = weighed.get();
        claimedAt = at;
    }

    /** How many customers were weighed so far. */
    int weighed() {
        return weighed.get();
    }

    @Override
    public void run() {
        for (var next = next(); next != null; next = next()) {
            busy.incrementAndGet();
            try {
                take(next);
            } finally {
                busy.decrementAndGet();
            }
        }
    }

    private void take(Seat seat) {
        if (!isWithin(pace.lease.minus(LAST_MOMENT), seat.at)) {
            LOG.warn("a claim took longer than its lease; what is left of it will be claimed again");
            waiting.clear();
            return;
        }
        var taken = turns.apply(seat.tenant, seat.claim);
        weighed.addAndGet(taken.customers());
        if (taken.more() && seat.claim.isAll() && mayGoOn()) {
            waiting.add(new Seat(seat.tenant, seat.claim, seat.at, true));
        }
    }

    /** Null when nothing is left, and nobody is busy who may bring more. */
    private @Nullable Seat next() {
        try {
            while (true) {
                // Asked before the look at what waits: whoever is done has added what there is more.
                boolean mayCome = claimAnew() || busy.get() > 0;
                var next = mayCome ? waiting.poll(PAUSE.toMillis(), TimeUnit.MILLISECONDS) : waiting.poll();
                if (next != null || !mayCome) {
                    return next;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** @return whether it was time to, though another thread may do it */
    private boolean claimAnew() {
        if (!mayClaim()) {
            return false;
        }
        if (claiming.tryLock()) {
            try {
                // Another thread may have claimed between the question and the lock.
                if (mayClaim()) {
                    claim();
                }
            } catch (RuntimeException e) {
                LOG.warn("a round could not claim anew and goes on with what it has", e);
                isAllClaimed = true;
                claimedAt = System.nanoTime();
            } finally {
                claiming.unlock();
            }
        }
        return true;
    }

    /**
     * Not when the last who were claimed had nothing that could be weighed; and where all that are due are claimed, only to look who
     * has come.
     */
    private boolean mayClaim() {
        return mayGoOn()
                && weighed.get() > weighedBefore
                && (isAllClaimed ? !isWithin(pace.look, claimedAt) : waiting.size() < FEW);
    }

    private boolean mayGoOn() {
        return isWithin(pace.longest, start);
    }

    private static boolean isWithin(Duration time, long since) {
        return System.nanoTime() - since < time.toNanos();
    }

    /**
     * @param at when it was claimed, by {@link System#nanoTime}
     * @param again whether it had a turn by this claim
     */
    private record Seat(TenantId tenant, Claim claim, long at, boolean again) {}
}
