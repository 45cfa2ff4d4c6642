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
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Claims due steps over all tenants and has their customers weighed.
 *
 * <p>What is due is a matter of business time; leases run on the database's clock. A worker claims from the shards it owns. A claim
 * only keeps others from doing the same work: whoever dies with one has written nothing, and the next owner of the shard claims
 * the steps again at once, or the same one when the claim's lease has run out. Each shard gives the same share of a claim, so that
 * a tenant with very many due steps does not keep the others waiting.
 */
@Component
@OnRole(ServerRole.WORKER)
class DueEngine {

    private static final Logger LOG = LoggerFactory.getLogger(DueEngine.class);

    private static final int STEPS_AT_ONCE = 1_000;
    private static final int CUSTOMERS_AT_ONCE = 50;
    private static final Duration LEASE = Duration.ofSeconds(60);

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

    /** What an earlier owner of the shard had claimed is free at once: its fence is lower than the epoch. */
    private static final String CLAIM = """
            with head as materialized (
                select s.shard, s.epoch from %s cross join lateral (
                    select 1 from reminders.scheduled_step d
                    where d.shard = s.shard and d.due_at <= :now and d.ready_at <= clock_timestamp()
                      and (d.leased_until < clock_timestamp() or d.fence < s.epoch) order by d.due_at limit 1) x),
            due as (
                select c.* from head cross join lateral (
                    select d.tenant_id, d.invoice_id, d.cycle, d.position from reminders.scheduled_step d
                    where d.shard = head.shard and d.due_at <= :now and d.ready_at <= clock_timestamp()
                      and (d.leased_until < clock_timestamp() or d.fence < head.epoch)
                    order by d.due_at limit (select :most / greatest(count(*), 1) from head) for update skip locked) c)
            update reminders.scheduled_step s
            set leased_until = clock_timestamp() + make_interval(secs => :lease), fence = :fence
            from due where s.tenant_id = due.tenant_id and s.invoice_id = due.invoice_id and s.cycle = due.cycle
                       and s.position = due.position
            returning s.tenant_id, s.customer_id""".formatted(OWN_SHARDS);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final BusinessClock clock;
    private final Turn turn;
    private final StepRows steps;
    private final Shards shards;
    private final Loop loop = new Loop();

    DueEngine(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            BusinessClock clock,
            Turn turn,
            StepRows steps,
            Shards shards) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.turn = turn;
        this.steps = steps;
        this.shards = shards;
    }

    @Bean
    Ticker remindersTicker() {
        return loop;
    }

    @EventListener
    void on(Bell.Rung rung) {
        loop.wake();
    }

    @EventListener
    void on(ShardsTaken taken) {
        loop.wake();
    }

    /** @return true when there may be more to do at once */
    boolean round() {
        var now = clock.now();
        if (nothingDueInOwnShards(now)) {
            return false;
        }
        var claim = claim(now);
        var leaseEnds = System.nanoTime() + LEASE.minusSeconds(15).toNanos();
        int done = 0;
        for (var part : claim.parts()) {
            if (System.nanoTime() - leaseEnds > 0) {
                LOG.warn("a claim took longer than its lease; what is left of it will be claimed again");
                break;
            }
            done += weigh(part, claim.fence, now);
        }
        return done > 0;
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
        return inEngine(() -> {
            long fence = jdbc.sql("select nextval('reminders.fence')")
                    .query(Long.class)
                    .single();
            var customers = new LinkedHashMap<TenantId, LinkedHashSet<CustomerId>>();
            jdbc.sql(CLAIM)
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .param("worker", shards.worker())
                    .param("most", STEPS_AT_ONCE)
                    .param("lease", LEASE.toSeconds())
                    .param("fence", fence)
                    .query(row -> {
                        customers
                                .computeIfAbsent(
                                        new TenantId(row.getObject("tenant_id", UUID.class)),
                                        _ -> new LinkedHashSet<>())
                                .add(new CustomerId(row.getObject("customer_id", UUID.class)));
                    });
            return new Claim(fence, customers);
        });
    }

    /**
     * Weighs some customers in one transaction; where that fails, each in its own, so that one cannot hold up the others.
     *
     * @return how many were weighed
     */
    int weigh(Part part, long fence, Instant now) {
        return Backstage.call(new Scope.Tenant(part.tenant), () -> {
            try {
                return weighTogether(part.customers, fence, now);
            } catch (RuntimeException e) {
                LOG.debug("{} customers could not be weighed together", part.customers.size(), e);
                return part.customers.stream()
                        .mapToInt(customer -> weighAlone(customer, fence, now))
                        .sum();
            }
        });
    }

    private int weighTogether(List<CustomerId> customers, long fence, Instant now) {
        var weighed = transaction.execute(_ -> turn.take(customers, fence, now));
        return weighed == null ? 0 : weighed;
    }

    private int weighAlone(CustomerId customer, long fence, Instant now) {
        try {
            return weighTogether(List.of(customer), fence, now);
        } catch (RuntimeException e) {
            LOG.warn("customer {} could not be weighed and will be tried again", customer, e);
            transaction.executeWithoutResult(_ -> steps.fail(customer, fence));
            return 0;
        }
    }

    private <T> T inEngine(Supplier<T> action) {
        return Backstage.call(new Scope.Engine(), () -> transaction.execute(_ -> action.get()));
    }

    /** @param fence higher than that of every earlier claim */
    record Claim(long fence, LinkedHashMap<TenantId, LinkedHashSet<CustomerId>> customers) {

        /** Small enough for a transaction each; the tenants take turns. */
        List<Part> parts() {
            var parts = new ArrayList<Part>();
            int longest = customers.values().stream()
                    .mapToInt(LinkedHashSet::size)
                    .max()
                    .orElse(0);
            for (int from = 0; from < longest; from += CUSTOMERS_AT_ONCE) {
                int first = from;
                customers.forEach((tenant, all) -> {
                    var some = all.stream().skip(first).limit(CUSTOMERS_AT_ONCE).toList();
                    if (!some.isEmpty()) {
                        parts.add(new Part(tenant, some));
                    }
                });
            }
            return parts;
        }
    }

    record Part(TenantId tenant, List<CustomerId> customers) {}

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
