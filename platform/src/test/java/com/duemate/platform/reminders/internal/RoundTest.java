package com.duemate.platform.reminders.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.reminders.internal.DueEngine.Claim;
import com.duemate.platform.reminders.internal.DueEngine.Taken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What several threads make of one claim after the other. */
class RoundTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final int FULL = DueEngine.TURNS_AT_ONCE;
    private static final Taken ONE = new Taken(1, false);

    private final AtomicInteger claims = new AtomicInteger();
    private final Queue<TenantId> served = new ConcurrentLinkedQueue<>();

    @Test
    void claimsAnewUntilAClaimIsAllThereIs() throws Exception {
        run(claims(FULL, FULL, 3), this::serve, LONG);
        assertThat(claims).hasValue(3);
        assertThat(served).hasSize(2 * FULL + 3).doesNotHaveDuplicates();
    }

    @Test
    void claimsNoMoreWhenItsTimeIsOver() throws Exception {
        run(claims(FULL, FULL, 3), this::serve, Duration.ZERO);
        assertThat(claims).hasValue(1);
        assertThat(served).hasSize(FULL);
    }

    @Test
    void claimsNoMoreWhenNothingCouldBeWeighed() throws Exception {
        run(
                claims(FULL, FULL, 3),
                (tenant, _) -> {
                    served.add(tenant);
                    return Taken.NOTHING;
                },
                LONG);
        assertThat(claims).hasValue(1);
        assertThat(served).hasSize(FULL);
    }

    @Test
    void servesWhatItHasWhenAClaimFails() throws Exception {
        var sizes = claims(FULL);
        run(
                () -> {
                    if (claims.get() == 1) {
                        throw new IllegalStateException("no connection, on purpose");
                    }
                    return sizes.get();
                },
                this::serve,
                LONG);
        assertThat(served).hasSize(FULL).doesNotHaveDuplicates();
    }

    @Test
    void goesOnWithTenantsThatNobodyWaitsBehind() throws Exception {
        var left = new AtomicInteger(5);
        run(
                claims(1),
                (tenant, _) -> {
                    served.add(tenant);
                    return new Taken(1, left.decrementAndGet() > 0);
                },
                LONG);
        assertThat(served).hasSize(5).containsOnly(served.peek());
    }

    /** Who has something due since then gets a turn beside the tenant that goes on. */
    @Test
    void looksWhoHasComeWhileItGoesOn() throws Exception {
        run(
                claims(1, 3),
                (tenant, claim) -> {
                    serve(tenant, claim);
                    return new Taken(1, claim.fence() == 1 && new HashSet<>(served).size() < 4);
                },
                LONG,
                Duration.ofMillis(50));
        assertThat(claims).hasValueGreaterThan(1);
        assertThat(new HashSet<>(served)).hasSize(4);
    }

    /** By its earlier claim it would have its turn in vain. */
    @Test
    void whoeverIsGoneOnWithAndClaimedAnewHasOneSeat() {
        var fences = new ArrayList<Long>();
        var tenant = List.of(new TenantId(UUID.randomUUID()));
        round(
                        () -> {
                            boolean isFirst = claims.getAndIncrement() == 0;
                            return claim(isFirst || fences.size() == 1 ? tenant : List.of());
                        },
                        (_, claim) -> {
                            fences.add(claim.fence());
                            return new Taken(1, fences.size() < 2);
                        },
                        LONG,
                        Duration.ZERO)
                .run();
        assertThat(fences).hasSize(2).doesNotHaveDuplicates();
    }

    /** It was in its turn when somebody looked. */
    @Test
    void whoeverALookDidNotFindIsGoneOnWith() {
        round(
                        claims(1, 0, 0, 0),
                        (tenant, claim) -> {
                            serve(tenant, claim);
                            return new Taken(1, served.size() < 3);
                        },
                        LONG,
                        Duration.ZERO)
                .run();
        assertThat(served).hasSize(3);
    }

    @Test
    void aTurnThatFailsCostsNobodyElseTheirs() throws Exception {
        var failed = new AtomicInteger();
        run(
                claims(FULL / 2),
                (tenant, claim) -> {
                    if (served.size() % 3 == 1 && failed.getAndIncrement() % 2 == 0) {
                        throw new IllegalStateException("on purpose");
                    }
                    return serve(tenant, claim);
                },
                LONG);
        assertThat(failed).hasPositiveValue();
        assertThat(served.size() + (failed.get() + 1) / 2).isEqualTo(FULL / 2);
    }

    @Test
    void whereEachTurnFailsTheRoundEnds() throws Exception {
        run(
                claims(FULL),
                (tenant, claim) -> {
                    serve(tenant, claim);
                    throw new IllegalStateException("on purpose");
                },
                LONG);
        assertThat(served).hasSizeBetween(8, 10);
    }

    /** The claim takes longer than the round: whoever waits for it is there for what it brings. */
    @Test
    void nobodyGoesWhenTheTimeEndsWhileAnotherClaims() throws Exception {
        var longest = Duration.ofMillis(500);
        var end = System.nanoTime() + longest.toNanos();
        bothServeWhatAClaimBringsThatTakesUntil(() -> System.nanoTime() >= end + 200_000_000, longest);
    }

    /** Threads that find nothing while another claims are there for what it brings. */
    @Test
    void nobodyGoesWhileAnotherClaims() throws Exception {
        bothServeWhatAClaimBringsThatTakesUntil(() -> true, LONG);
    }

    /** The second claim ends no earlier than when the first one's tenants were all served. */
    private void bothServeWhatAClaimBringsThatTakesUntil(BooleanSupplier claimed, Duration longest) throws Exception {
        var together = new CountDownLatch(2);
        var alone = new AtomicInteger();
        var sizes = claims(FULL, 2);
        run(
                () -> {
                    while (claims.get() == 1 && (served.size() < FULL || !claimed.getAsBoolean())) {
                        Thread.onSpinWait();
                    }
                    return sizes.get();
                },
                (tenant, claim) -> {
                    if (claim.fence() == 2) {
                        together.countDown();
                        if (!met(together)) {
                            alone.incrementAndGet();
                        }
                    }
                    return serve(tenant, claim);
                },
                longest);
        assertThat(served).hasSize(FULL + 2);
        assertThat(alone).hasValue(0);
    }

    private static boolean met(CountDownLatch latch) {
        try {
            return latch.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Taken serve(TenantId tenant, Claim claim) {
        served.add(tenant);
        return ONE;
    }

    /** Claims of so many tenants, one after the other. */
    private Supplier<Claim> claims(int... sizes) {
        return () -> claim(IntStream.range(0, sizes[claims.getAndIncrement()])
                .mapToObj(_ -> new TenantId(UUID.randomUUID()))
                .toList());
    }

    private Claim claim(List<TenantId> tenants) {
        return new Claim(claims.get(), Instant.EPOCH, tenants);
    }

    private static void run(Supplier<Claim> claims, BiFunction<TenantId, Claim, Taken> turns, Duration longest)
            throws Exception {
        run(claims, turns, longest, LONG);
    }

    private static void run(
            Supplier<Claim> claims, BiFunction<TenantId, Claim, Taken> turns, Duration longest, Duration look)
            throws Exception {
        var round = round(claims, turns, longest, look);
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var each : threads.invokeAll(List.of(Executors.callable(round), Executors.callable(round)))) {
                each.get();
            }
        }
    }

    private static Round round(
            Supplier<Claim> claims, BiFunction<TenantId, Claim, Taken> turns, Duration longest, Duration look) {
        var round = new Round(claims, turns, new Round.Pace(longest, look, Duration.ofSeconds(60)));
        round.claim();
        return round;
    }
}
