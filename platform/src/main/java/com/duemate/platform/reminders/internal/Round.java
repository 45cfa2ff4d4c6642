package com.duemate.platform.reminders.internal;

import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.reminders.internal.DueEngine.Claim;
import com.duemate.platform.reminders.internal.DueEngine.Taken;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Predicate;
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

    /** Seats that wait or are taken, and claims that are made: while there are any, nobody leaves. */
    private final AtomicInteger open = new AtomicInteger();

    private final AtomicInteger failures = new AtomicInteger();
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

    /** Once before any thread begins; later by whoever finds that it is time. @return whether anybody was found */
    boolean claim() {
        var claim = claims.get();
        var at = System.nanoTime();
        var found = Set.copyOf(claim.tenants());
        // By their earlier claim they would have a turn in vain, or before somebody who waits longer.
        drop(seat -> seat.again && (found.contains(seat.tenant) || !claim.isAll()));
        claim.tenants().forEach(tenant -> add(new Seat(tenant, claim, at, false)));
        isAllClaimed = claim.isAll();
        weighedBefore = weighed.get();
        claimedAt = at;
        return !claim.tenants().isEmpty();
    }

    private void add(Seat seat) {
        open.incrementAndGet();
        waiting.add(seat);
    }

    private void drop(Predicate<Seat> which) {
        for (var seat : waiting) {
            if (which.test(seat) && waiting.remove(seat)) {
                open.decrementAndGet();
            }
        }
    }

    /** How many customers were weighed so far. */
    int weighed() {
        return weighed.get();
    }

    @Override
    public void run() {
        for (var next = next(); next != null; next = next()) {
            try {
                take(next);
                failures.set(0);
            } catch (RuntimeException e) {
                fail(e);
            } finally {
                open.decrementAndGet();
            }
        }
    }

    private void take(Seat seat) {
        if (!isWithin(pace.lease.minus(LAST_MOMENT), seat.at)) {
            LOG.warn("a claim took longer than its lease; a tenant will be claimed again");
            return;
        }
        var taken = turns.apply(seat.tenant, seat.claim);
        weighed.addAndGet(taken.customers());
        if (taken.more() && isAllClaimed && seat.claim.isAll() && mayGoOn()) {
            add(new Seat(seat.tenant, seat.claim, seat.at, true));
        }
    }

    /** Where one turn after the other fails, it is not the tenants'. */
    private void fail(RuntimeException e) {
        LOG.warn("a turn failed and will be claimed again", e);
        if (failures.incrementAndGet() >= FEW) {
            drop(_ -> true);
        }
    }

    /** Null when nothing is left, and nobody is busy who may bring more. */
    private @Nullable Seat next() {
        try {
            Seat next = null;
            while (next == null) {
                claimAnew();
                if (open.get() == 0) {
                    return null;
                }
                next = waiting.poll(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private void claimAnew() {
        if (mayClaim() && claiming.tryLock()) {
            // Before the second question: whoever finds that the time is over finds whoever claims, too.
            open.incrementAndGet();
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
                open.decrementAndGet();
                claiming.unlock();
            }
        }
    }

    /**
     * Where all that are due are claimed, to look who has come; else not when the last who were claimed had nothing that could be
     * weighed.
     */
    private boolean mayClaim() {
        return mayGoOn()
                && (isAllClaimed
                        ? !isWithin(pace.look, claimedAt)
                        : waiting.size() < FEW && weighed.get() > weighedBefore);
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
