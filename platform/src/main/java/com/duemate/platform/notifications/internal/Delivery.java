package com.duemate.platform.notifications.internal;

import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.messaging.Ticker;
import com.duemate.platform.scope.Backstage;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.scope.ServerRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Claims by lease what did not come, or does not go, over a lane: messages somebody waits for, those to be tried again, those nobody
 * took off their lane in time, and those whose sender died. Who waits longest comes first.
 */
@Component
@OnRole(ServerRole.WORKER)
class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final int BATCH = 100;

    /** Each with a connection to the database and one to the mail server; a tenant's many messages go out side by side too. */
    private static final int SIDE_BY_SIDE = 8;

    private static final String CLAIM = """
            update notifications.message m
            set leased_until = clock_timestamp() + interval '120 seconds', fence = nextval('notifications.fence')
            from (select tenant_id, id from notifications.message
                  where waiting and ready_at <= clock_timestamp()
                    and (leased_until is null or leased_until < clock_timestamp())
                  order by ready_at limit ? for update skip locked) c
            where m.tenant_id = c.tenant_id and m.id = c.id
            returning m.tenant_id, m.id, m.fence""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Handover handover;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Loop loop = new Loop();

    Delivery(JdbcClient jdbc, PlatformTransactionManager transactions, Handover handover) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.handover = handover;
    }

    @Bean
    Ticker deliveryTicker() {
        return loop;
    }

    @EventListener
    void on(DeliveryBell.Rung rung) {
        loop.wake();
    }

    private boolean round() {
        var claimed = inEngine(() -> jdbc.sql(CLAIM)
                .param(BATCH)
                .query((row, _) -> new Held(
                        new TenantId(row.getObject("tenant_id", UUID.class)),
                        new Handover.Claim(row.getObject("id", UUID.class), row.getLong("fence"))))
                .list());
        var waiting = new ConcurrentLinkedQueue<>(parts(claimed));
        var running = Stream.generate(() -> threads.submit(() -> deliver(waiting)))
                .limit(Math.min(SIDE_BY_SIDE, waiting.size()))
                .toList();
        running.forEach(Delivery::await);
        return claimed.size() == BATCH;
    }

    /** A few messages of one tenant each. */
    private static List<Part> parts(List<Held> claimed) {
        var parts = new ArrayList<Part>();
        claimed.stream()
                .collect(Collectors.groupingBy(
                        Held::tenant, LinkedHashMap::new, Collectors.mapping(Held::claim, Collectors.toList())))
                .forEach((tenant, claims) -> {
                    for (int from = 0; from < claims.size(); from += DeliveryLanes.TOGETHER) {
                        int to = Math.min(claims.size(), from + DeliveryLanes.TOGETHER);
                        parts.add(new Part(tenant, List.copyOf(claims.subList(from, to))));
                    }
                });
        return parts;
    }

    private void deliver(Queue<Part> waiting) {
        for (var next = waiting.poll(); next != null; next = waiting.poll()) {
            var part = next;
            try {
                Backstage.run(new Scope.Tenant(part.tenant), () -> handover.deliverClaimed(part.claims));
            } catch (RuntimeException e) {
                LOG.warn("messages of {} were not handed over; their lease will run out", part.tenant, e);
            }
        }
    }

    private static void await(java.util.concurrent.Future<?> task) {
        try {
            task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private <T> T inEngine(Supplier<T> action) {
        return Backstage.call(new Scope.Engine(), () -> transaction.execute(_ -> action.get()));
    }

    private record Held(TenantId tenant, Handover.Claim claim) {}

    private record Part(TenantId tenant, List<Handover.Claim> claims) {}

    private final class Loop extends Ticker {

        Loop() {
            super("delivery", Duration.ofMillis(400), Delivery.this::round);
        }

        @Override
        public boolean idle() {
            return !busy() && inEngine(() -> jdbc.sql("""
                                    select not exists (select from notifications.message
                                           where waiting and (ready_at <= clock_timestamp() or fence = 0))""").query(Boolean.class).single());
        }
    }
}
