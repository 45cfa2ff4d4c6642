package com.duemate.platform.reminders.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.messaging.Ticker;
import com.duemate.platform.reminders.safety.Brakes;
import com.duemate.platform.scope.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
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
    StepRows steps;

    @Autowired
    PlanRows plans;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Carriers carriers;

    @Autowired
    Brakes brakes;

    @Autowired
    JsonMapper json;

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
        assertThat(aWorker(SUCCESSOR).claim(MORNING).customers()).isEmpty();
        assertThat(aWorker(SLEEPER).claim(MORNING).customers()).containsKey(tenant);
    }

    @Test
    void anOwnerWhoseLeaseRanOutClaimsNothingThoughNobodyElseHasTheShard() {
        hand(SLEEPER, Duration.ofSeconds(-1));
        assertThat(aWorker(SLEEPER).claim(MORNING).customers()).isEmpty();
    }

    @Test
    void theSuccessorHasTheSleepersClaimAtOnceAndTheSleeperWritesNothing() {
        var sleeper = aWorker(SLEEPER);
        var old = sleeper.claim(MORNING);
        assertThat(old.customers()).containsKey(tenant);
        assertThat(sleeper.claim(MORNING).customers()).isEmpty();

        hand(SUCCESSOR, Duration.ofMinutes(1));
        var before = text(STEPS);
        assertThat(sleeper.round()).isFalse();
        assertThat(sleeper.weigh(part(), old.fence(), MORNING)).isZero();
        assertThat(text(STEPS)).isEqualTo(before);
        assertThat(sent()).isEmpty();

        var successor = aWorker(SUCCESSOR);
        var next = successor.claim(MORNING);
        assertThat(next.customers()).containsKey(tenant);
        assertThat(sleeper.weigh(part(), old.fence(), MORNING)).isZero();
        assertThat(successor.weigh(part(), next.fence(), MORNING)).isEqualTo(1);
        assertThat(sleeper.weigh(part(), old.fence(), MORNING)).isZero();
        assertThat(sent()).hasSize(1);
    }

    @Test
    void aTurnThatLosesItsShardOnTheWayLeavesNothing() {
        var lost = new Turn(
                plans,
                dossiers,
                carriers,
                new StepRows(jdbc, json) {
                    @Override
                    void decide(List<Final> finals, Instant now) {
                        super.decide(finals, now);
                        CompletableFuture.runAsync(() -> hand(SUCCESSOR, Duration.ofMinutes(1)))
                                .join();
                    }
                },
                brakes);
        var sleeper = new DueEngine(jdbc, transactions, clock, lost, steps, () -> SLEEPER);
        var old = sleeper.claim(MORNING);
        var before = text(STEPS);
        assertThat(sleeper.weigh(part(), old.fence(), MORNING)).isZero();
        assertThat(text(STEPS)).isEqualTo(before);
        assertThat(sent()).isEmpty();
        assertThat(count("select count(*) from reminders.decision where position >= 3"))
                .isZero();
    }

    /** The epoch is what stops the sleeper: turned back, its turn goes through. */
    @Test
    void withTheEpochTurnedBackTheSleeperWouldWrite() {
        var sleeper = aWorker(SLEEPER);
        var old = sleeper.claim(MORNING);
        hand(SUCCESSOR, Duration.ofMinutes(1));
        assertThat(sleeper.weigh(part(), old.fence(), MORNING)).isZero();
        change("epoch = 0");
        assertThat(sleeper.weigh(part(), old.fence(), MORNING)).isEqualTo(1);
    }

    @Test
    void quietMeansThatNobodyHasAnythingDue() {
        clock.set(MORNING);
        var successor = aWorker(SUCCESSOR);
        assertThat(successor.round()).isFalse();
        assertThat(successor.nothingDue(MORNING)).isFalse();
        assertThat(engines.quiet()).isFalse();
    }

    private DueEngine aWorker(UUID id) {
        return new DueEngine(jdbc, transactions, clock, turn, steps, () -> id);
    }

    private DueEngine.Part part() {
        return new DueEngine.Part(tenant, List.of(customer));
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
