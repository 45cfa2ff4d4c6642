package com.duemate.platform.reminders.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.messaging.Ticker;
import com.duemate.platform.reminders.safety.Brakes;
import com.duemate.platform.scope.Scope;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** What a worker may still do, and what it may not, when others have its shards. */
class LostShardTest extends EngineLife {

    private static final UUID SLEEPER = new UUID(0, 1);
    private static final UUID SUCCESSOR = new UUID(0, 2);

    private static final String STEPS =
            "select coalesce(string_agg(s::text, ' ' order by s.position), '') from reminders.scheduled_step s";

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Carriers carriers;

    @Autowired
    Brakes brakes;

    @Autowired
    JsonMapper json;

    @Autowired
    Lateness lateness;

    @Autowired
    @Qualifier("shardsTicker")
    Ticker shards;

    private CustomerId customer = new CustomerId(new UUID(0, 0));

    @BeforeEach
    void somethingIsDueInTheMorningAndTheSleeperHasTheShard() {
        clock.set(NIGHT);
        customer = world.aCustomer(tenant);
        world.anInvoice(tenant, customer, 5_000, TODAY.minusDays(8));
        settle();
        shards.stop();
        hand(SLEEPER, Duration.ofMinutes(1));
    }

    @AfterEach
    void callTheOwnWorkerBack() {
        change("worker = null, leased_until = '-infinity'");
        shards.start();
        clock.set(NIGHT);
        settle();
    }

    @Test
    void onlyTheOwnerClaims() {
        assertThat(aWorker(SUCCESSOR).claim(MORNING).tenants()).isEmpty();
        assertThat(aWorker(SLEEPER).claim(MORNING).tenants()).contains(tenant);
    }

    @Test
    void anOwnerWhoseLeaseRanOutClaimsNothingThoughNobodyElseHasTheShard() {
        hand(SLEEPER, Duration.ofSeconds(-1));
        assertThat(aWorker(SLEEPER).claim(MORNING).tenants()).isEmpty();
    }

    @Test
    void theSuccessorHasTheSleepersClaimAtOnceAndTheSleeperWritesNothing() {
        var sleeper = aWorker(SLEEPER);
        var old = sleeper.claim(MORNING);
        assertThat(old.tenants()).contains(tenant);
        assertThat(sleeper.claim(MORNING).tenants()).isEmpty();

        hand(SUCCESSOR, Duration.ofMinutes(1));
        var before = text(STEPS);
        assertThat(sleeper.round()).isFalse();
        assertThat(sleeper.turn(tenant, old.fence(), MORNING).customers()).isZero();
        assertThat(text(STEPS)).isEqualTo(before);
        assertThat(sent()).isEmpty();

        var successor = aWorker(SUCCESSOR);
        var next = successor.claim(MORNING);
        assertThat(next.tenants()).contains(tenant);
        assertThat(sleeper.turn(tenant, old.fence(), MORNING).customers()).isZero();
        assertThat(successor.turn(tenant, next.fence(), MORNING).customers()).isEqualTo(1);
        assertThat(sleeper.turn(tenant, old.fence(), MORNING).customers()).isZero();
        assertThat(sent()).hasSize(1);
    }

    /** Whoever has the shard by then neither claims the turn before it has ended, nor finds anything due after. */
    @Test
    void aTurnThatLosesItsShardOnTheWayIsNobodyElsesBeforeItEnds() {
        var successor = aWorker(SUCCESSOR);
        var sleeper = aWorker(
                SLEEPER,
                () -> elsewhere(() -> {
                    hand(SUCCESSOR, Duration.ofMinutes(1));
                    assertThat(successor.claim(MORNING).tenants()).doesNotContain(tenant);
                }));
        assertThat(sleeper.turn(tenant, sleeper.claim(MORNING).fence(), MORNING).customers())
                .isEqualTo(1);
        assertThat(successor.claim(MORNING).tenants()).isEmpty();
        assertThat(sent()).hasSize(1);
    }

    /** A worker that is stopped within a turn keeps it no longer than a turn may take. */
    @Test
    void aTurnThatFallsSilentIsTheSuccessorsAndLeavesNothing() {
        var claims = new ArrayList<Boolean>();
        var silence = new AtomicReference<String>();
        var successor = aWorker(SUCCESSOR);
        var sleeper = aWorker(SLEEPER, () -> {
            silence.set(jdbc.sql("show idle_in_transaction_session_timeout")
                    .query(String.class)
                    .single());
            jdbc.sql("set local idle_in_transaction_session_timeout = '200ms'").update();
            elsewhere(() -> {
                hand(SUCCESSOR, Duration.ofMinutes(1));
                claims.add(successor.claim(MORNING).tenants().contains(tenant));
                await().until(() -> successor.claim(MORNING).tenants().contains(tenant));
                claims.add(true);
            });
        });
        assertThat(sleeper.turn(tenant, sleeper.claim(MORNING).fence(), MORNING).customers())
                .isZero();
        assertThat(silence.get()).isEqualTo("20s");
        assertThat(claims).as("not before the silence was over, and then").containsExactly(false, true);
        assertThat(sent()).isEmpty();
        assertThat(count("select count(*) from reminders.decision where position >= 3"))
                .isZero();
    }

    private DueEngine aWorker(UUID id, Runnable whileItDecides) {
        var interrupted = new Turn(
                dossiers,
                carriers,
                new StepRows(jdbc, json) {
                    @Override
                    void decide(List<Final> finals, Instant now) {
                        super.decide(finals, now);
                        whileItDecides.run();
                    }
                },
                brakes);
        return new DueEngine(jdbc, transactions, clock, interrupted, due, () -> id, lateness);
    }

    /** The epoch is what stops the sleeper: turned back, its turn goes through. */
    @Test
    void withTheEpochTurnedBackTheSleeperWouldWrite() {
        var sleeper = aWorker(SLEEPER);
        var old = sleeper.claim(MORNING);
        hand(SUCCESSOR, Duration.ofMinutes(1));
        assertThat(sleeper.turn(tenant, old.fence(), MORNING).customers()).isZero();
        change("epoch = 0");
        assertThat(sleeper.turn(tenant, old.fence(), MORNING).customers()).isEqualTo(1);
    }

    /** Of two workers who hold the shard one after the other, the one whose turn was claimed away writes nothing. */
    @Test
    void aTurnClaimedAnewIsOnlyTheLastClaimants() {
        var sleeper = aWorker(SLEEPER);
        var old = sleeper.claim(MORNING);
        world.inTransaction(
                new Scope.Tenant(tenant), () -> jdbc.sql("update reminders.turn set leased_until = '-infinity'")
                        .update());
        var next = aWorker(SLEEPER).claim(MORNING);
        assertThat(next.tenants()).contains(tenant);
        var before = text(STEPS);
        assertThat(sleeper.turn(tenant, old.fence(), MORNING).customers()).isZero();
        assertThat(text(STEPS)).isEqualTo(before);
        assertThat(sleeper.turn(tenant, next.fence(), MORNING).customers()).isEqualTo(1);
    }

    @Test
    void howLateCustomersAreWeighedCanBeSeen() {
        var registry = new SimpleMeterRegistry();
        var worker = new DueEngine(jdbc, transactions, clock, turn, due, () -> SLEEPER, new Lateness(registry));
        var due = Instant.parse(text("select to_char(min(due_at) at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
                        + " from reminders.scheduled_step")
                .getFirst());
        clock.set(MORNING);
        worker.round();
        var timer = registry.get("duemate.reminders.lateness").timer();
        assertThat(timer.count()).isEqualTo(1);
        assertThat(timer.max(TimeUnit.SECONDS))
                .isPositive()
                .isEqualTo(Duration.between(due, MORNING).toSeconds());
        worker.round();
        assertThat(timer.count()).as("nothing was weighed").isEqualTo(1);
    }

    @Test
    void quietMeansThatNobodyHasAnythingDue() {
        clock.set(MORNING);
        var successor = aWorker(SUCCESSOR);
        assertThat(successor.round()).isFalse();
        assertThat(successor.nothingDue(MORNING)).isFalse();
        assertThat(engines.quiet()).isFalse();
    }

    private static void elsewhere(Runnable action) {
        CompletableFuture.runAsync(action).join();
    }

    private DueEngine aWorker(UUID id) {
        return new DueEngine(jdbc, transactions, clock, turn, due, () -> id, lateness);
    }

    private void hand(UUID worker, Duration lease) {
        change("worker = '%s', epoch = nextval('reminders.fence'), leased_until = clock_timestamp() + interval '%d s'"
                .formatted(worker, lease.toSeconds()));
    }

    private void change(String how) {
        int shard = (int) (tenant.value().getLeastSignificantBits() & 63);
        world.inTransaction(new Scope.Engine(), () -> jdbc.sql("update reminders.shard set " + how + " where shard = ?")
                .param(shard)
                .update());
    }
}
