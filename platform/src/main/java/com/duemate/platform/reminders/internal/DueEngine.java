package com.duemate.platform.reminders.internal;

import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.messaging.Ticker;
import com.duemate.platform.reminders.shards.Shards;
import com.duemate.platform.reminders.shards.ShardsTaken;
import com.duemate.platform.scope.Backstage;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.scope.ServerRole;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives tenants with due steps their turns, and has their customers weighed.
 *
 * <p>What is due is a matter of business time; leases run on the database's clock. A worker claims turns of tenants in the shards it
 * owns: those with something due, who was served longest ago first, so that a tenant with very many due steps keeps nobody waiting
 * for longer than one turn of its own. A turn is one transaction. A claim writes nothing but who has the turn: steps stay where they
 * are until they are decided, so that whoever dies with a claim has lost nothing; the next owner of the shard may claim the turn at
 * once, and the same one when its lease has run out.
 */
@Component
@OnRole(ServerRole.WORKER)
class DueEngine {

    private static final Logger LOG = LoggerFactory.getLogger(DueEngine.class);

    static final int TURNS_AT_ONCE = 512;
    private static final int STEPS_A_TURN = 200;

    /** Commits wait together. Each with a connection of its own, of which other work wants as many, and a thread that is woken by its answer without another thread between. */
    private static final int SIDE_BY_SIDE = 8;

    private static final Duration LEASE = Duration.ofSeconds(60);

    /** While anything is due a round claims anew for so long; whoever stops a worker waits for it. */
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(4);

    /** Tenants that nobody waits behind are gone on with for so long: finding out who has something due costs more. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    /**
     * One look at the head of each shard. The order keeps it at that: without one a plan made for any instant reads the whole table
     * for each empty shard.
     */
    private static final String ANYTHING_DUE = """
            select exists (
                select from %s cross join lateral (
                    select 1 from reminders.scheduled_step d
                    where d.shard = s.shard and d.due_at <= :now and d.ready_at <= clock_timestamp()
                    order by d.due_at limit 1) x)""";

    private static final String DUE_ANYWHERE = ANYTHING_DUE.formatted("generate_series(0, 63) s (shard)");

    private static final String OWN_SHARDS = """
            (select o.shard, o.epoch from reminders.shard o
             where o.worker = :worker and o.leased_until > clock_timestamp()) s""";

    private static final String DUE_IN_OWN_SHARDS = ANYTHING_DUE.formatted(OWN_SHARDS);

    /**
     * Looks at the tenants' heads one after the other until enough have something due. What an earlier owner of the shard had
     * claimed is free at once: its fence is lower than the epoch.
     */
    private static final String CLAIM = """
            with own as materialized (select s.shard, s.epoch from %s),
            due as materialized (
                select q.tenant_id, q.epoch from (
                    select t.tenant_id, own.epoch, r.due_at from reminders.turn t join own on own.shard = t.shard
                    left join unnest(:tenants::uuid[], :reached::timestamptz[]) r (tenant_id, due_at)
                        on r.tenant_id = t.tenant_id
                    where t.leased_until < clock_timestamp() or t.fence < own.epoch
                    order by t.fence, t.tenant_id offset 0) q
                cross join lateral (
                    select 1 from reminders.scheduled_step d
                    where d.tenant_id = q.tenant_id and d.due_at >= coalesce(q.due_at, '-infinity') and d.due_at <= :now
                      and d.ready_at <= clock_timestamp()
                    order by d.due_at limit 1) x
                limit :most),
            free as materialized (
                select t.tenant_id from due join reminders.turn t on t.tenant_id = due.tenant_id
                where t.leased_until < clock_timestamp() or t.fence < due.epoch
                order by t.tenant_id for update of t skip locked)
            update reminders.turn t
            set leased_until = clock_timestamp() + make_interval(secs => :lease), fence = :fence
            from free where t.tenant_id = free.tenant_id
            returning t.tenant_id""".formatted(OWN_SHARDS);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final BusinessClock clock;
    private final Turn turn;
    private final DueRows due;
    private final Shards shards;
    private final Lateness lateness;
    private final ExecutorService threads = Executors.newFixedThreadPool(
            SIDE_BY_SIDE, Thread.ofPlatform().daemon().name("turns-", 1).factory());
    private final Loop loop = new Loop();
    private final Reached reached = new Reached();

    DueEngine(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            BusinessClock clock,
            Turn turn,
            DueRows due,
            Shards shards,
            Lateness lateness) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.turn = turn;
        this.due = due;
        this.shards = shards;
        this.lateness = lateness;
    }

    @Bean
    Ticker remindersTicker() {
        return loop;
    }

    @PreDestroy
    void endThreads() {
        threads.shutdown();
    }

    @EventListener
    void on(Bell.Rung rung) {
        loop.wake();
    }

    @EventListener
    void on(ShardsTaken taken) {
        loop.wake();
    }

    boolean round() {
        return round(LONGEST_ROUND);
    }

    /**
     * @param longest for how long more is claimed, and tenants that nobody waits behind are gone on with
     * @return true when there may be more to do at once
     */
    boolean round(Duration longest) {
        if (nothingDueInOwnShards(clock.now())) {
            return false;
        }
        var round = new Round(
                () -> claim(clock.now()),
                (tenant, claim) -> turn(tenant, claim.fence, claim.now),
                new Round.Pace(longest, LOOK, LEASE));
        if (!round.claim() && reached.forget()) {
            round.claim();
        }
        inTurns(round);
        if (round.weighed() == 0) {
            reached.forget();
        }
        return round.weighed() > 0;
    }

    private void inTurns(Runnable work) {
        try {
            for (var each : threads.invokeAll(Collections.nCopies(SIDE_BY_SIDE, Executors.callable(work)))) {
                each.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Whoever is to do it: quiet means that no worker has anything due. */
    boolean nothingDue(Instant now) {
        return inEngine(() -> !jdbc.sql(DUE_ANYWHERE)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single());
    }

    private boolean nothingDueInOwnShards(Instant now) {
        return inEngine(() -> !jdbc.sql(DUE_IN_OWN_SHARDS)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("worker", shards.worker())
                .query(Boolean.class)
                .single());
    }

    /**
     * The fence is drawn before the look at who owns the shards: whoever takes one after that look draws a higher epoch, which
     * makes this claim void.
     */
    Claim claim(Instant now) {
        var behind = reached.all();
        return inEngine(() -> {
            long fence = jdbc.sql("select nextval('reminders.fence')")
                    .query(Long.class)
                    .single();
            var tenants = jdbc.sql(CLAIM)
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .param("worker", shards.worker())
                    .param(
                            "tenants",
                            behind.keySet().stream().map(TenantId::value).toArray(UUID[]::new))
                    .param(
                            "reached",
                            new SqlArrayValue(
                                    "timestamptz",
                                    behind.values().stream()
                                            .map(Instant::toString)
                                            .toArray()))
                    .param("most", TURNS_AT_ONCE)
                    .param("lease", LEASE.toSeconds())
                    .param("fence", fence)
                    .query((row, _) -> new TenantId(row.getObject("tenant_id", UUID.class)))
                    .list();
            return new Claim(fence, now, tenants);
        });
    }

    /**
     * Weighs some customers of a tenant in one transaction; where that fails, each in its own, so that one cannot hold up the
     * others.
     */
    Taken turn(TenantId tenant, long fence, Instant now) {
        var way = reached.of(tenant);
        return Backstage.call(new Scope.Tenant(tenant), () -> {
            try {
                return weigh(way, () -> due.next(way.from(), now, STEPS_A_TURN, fence), now);
            } catch (RuntimeException e) {
                LOG.debug("customers could not be weighed together", e);
                return oneByOne(way, fence, now);
            }
        });
    }

    private Taken weigh(Reached.Way way, Supplier<DueRows.Due> choice, Instant now) {
        var dueSince = new ArrayList<Instant>();
        var chosen = Objects.requireNonNull(transaction.execute(_ -> {
            var due = choice.get();
            var weighed = due.held().isEmpty() ? Set.of() : turn.weigh(due.held(), now);
            due.since().forEach((customer, since) -> {
                if (weighed.contains(customer)) {
                    dueSince.add(since);
                }
            });
            return due;
        }));
        var isAll = dueSince.size() == chosen.since().size();
        way.come(isAll ? chosen.last() : null);
        lateness.record(dueSince, clock.now());
        return new Taken(dueSince.size(), !dueSince.isEmpty() && (chosen.isCut() || !isAll));
    }

    /** The turn is the tenant's until the last of them, so that nobody claims it meanwhile. */
    private Taken oneByOne(Reached.Way way, long fence, Instant now) {
        var all = transaction.execute(_ -> due.look(now, STEPS_A_TURN, fence).since());
        int weighed = 0;
        try {
            for (var each : Objects.requireNonNull(all).entrySet()) {
                weighed += weighAlone(way, each.getKey(), each.getValue(), fence, now);
            }
        } catch (DueRows.TurnLost _) {
            return new Taken(weighed, false);
        }
        transaction.executeWithoutResult(_ -> due.endTurn(fence));
        return new Taken(weighed, false);
    }

    private int weighAlone(Reached.Way way, CustomerId customer, Instant dueSince, long fence, Instant now) {
        try {
            return weigh(way, () -> due.alone(customer, dueSince, fence), now).customers;
        } catch (DueRows.TurnLost lost) {
            throw lost;
        } catch (RuntimeException e) {
            LOG.warn("customer {} could not be weighed and will be tried again", customer, e);
            transaction.executeWithoutResult(_ -> due.fail(customer, fence, now));
            return 0;
        }
    }

    private <T> T inEngine(Supplier<T> action) {
        return Backstage.call(new Scope.Engine(), () -> transaction.execute(_ -> action.get()));
    }

    /**
     * @param fence higher than that of every earlier claim
     * @param now until when what is due is theirs to take
     */
    record Claim(long fence, Instant now, List<TenantId> tenants) {

        /** Whether nobody else waits for a turn. */
        boolean isAll() {
            return tenants.size() < TURNS_AT_ONCE;
        }
    }

    /**
     * @param customers how many were weighed
     * @param more whether the tenant may have more that is due
     */
    record Taken(int customers, boolean more) {

        static final Taken NOTHING = new Taken(0, false);
    }

    private final class Loop extends Ticker {

        Loop() {
            super("reminders", Duration.ofMillis(300), DueEngine.this::round);
        }

        @Override
        public boolean idle() {
            return !busy() && nothingDue(clock.now());
        }
    }
}
