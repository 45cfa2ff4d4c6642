package com.duemate.platform.messaging.internal;

import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.messaging.Lane;
import com.duemate.platform.messaging.Ticker;
import com.duemate.platform.scope.Backstage;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.scope.ServerRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands outbox rows to the transport of their lane: claims by lease on the database's clock, settles by fence. */
@Component
@OnRole(ServerRole.WORKER)
class OutboxRelay {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int BATCH = 200;
    private static final int MAX_ATTEMPTS = 10;

    /** Between two claims that find something: what comes meanwhile goes with the second, instead of each with a claim of its own. */
    private static final Duration GATHERING = Duration.ofMillis(10);

    private static final String CLAIM = """
            update messaging.outbox o
            set leased_until = clock_timestamp() + interval '60 seconds', attempts = o.attempts + 1,
                fence = nextval('messaging.fence')
            from (select tenant_id, id from messaging.outbox
                  where status = 'NEW' and lane = ? and ready_at <= clock_timestamp()
                    and (leased_until is null or leased_until < clock_timestamp())
                  order by ready_at limit ? for update skip locked) c
            where o.tenant_id = c.tenant_id and o.id = c.id
            returning o.tenant_id, o.id, o.name, o.attempts, o.fence""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Map<Lane, Loop> loops = new EnumMap<>(Lane.class);

    OutboxRelay(JdbcClient jdbc, PlatformTransactionManager transactions, Lanes lanes, Dispatcher dispatcher) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        for (var lane : Lane.values()) {
            loops.put(lane, new Loop(new Hand(lane, lanes.of(lane), dispatcher)));
        }
    }

    @Bean
    Ticker outboxTicker() {
        return loop(Lane.EVENTS);
    }

    @Bean
    Ticker papersOutboxTicker() {
        return loop(Lane.PAPERS);
    }

    @Bean
    Ticker choresOutboxTicker() {
        return loop(Lane.CHORES);
    }

    @Bean
    Ticker emailOutboxTicker() {
        return loop(Lane.EMAIL);
    }

    @Bean
    Ticker smsOutboxTicker() {
        return loop(Lane.SMS);
    }

    private Loop loop(Lane lane) {
        return Objects.requireNonNull(loops.get(lane));
    }

    @EventListener
    void on(SqlOutbox.OutboxFilled filled) {
        filled.lanes().forEach(lane -> loop(lane).wake());
    }

    private boolean round(Hand hand) {
        hand.gather();
        settleArrived(hand);
        int most = Math.min(BATCH, hand.lane.inFlight() - hand.inFlight.get());
        if (most <= 0) {
            return false;
        }
        var claimed = inEngine(() -> jdbc.sql(CLAIM)
                .params(hand.lane.name(), most)
                .query((row, _) -> new Claimed(
                        new Parcel(
                                new TenantId(row.getObject("tenant_id", UUID.class)),
                                row.getObject("id", UUID.class),
                                row.getString("name")),
                        row.getInt("attempts"),
                        row.getLong("fence")))
                .list());
        hand.claimed(claimed.size());
        for (var each : claimed) {
            hand.inFlight.incrementAndGet();
            hand.transport.send(each.parcel).whenComplete((_, failure) -> settle(hand, each, failure));
        }
        return claimed.size() == most;
    }

    private void settle(Hand hand, Claimed claimed, @Nullable Throwable failure) {
        if (failure == null) {
            hand.arrived.add(claimed);
        } else {
            try {
                inEngine(() -> failed(claimed, failure));
            } catch (RuntimeException e) {
                LOG.warn("event {} could not be settled; its lease will run out", claimed.parcel.event(), e);
            } finally {
                hand.inFlight.decrementAndGet();
            }
        }
        loop(hand.lane).wake();
    }

    /** Together, so that a thousand events do not cost a thousand commits; what is not settled is sent again and changes nothing. */
    private void settleArrived(Hand hand) {
        var done = new ArrayList<Claimed>();
        for (var next = hand.arrived.poll(); next != null; next = hand.arrived.poll()) {
            done.add(next);
        }
        if (done.isEmpty()) {
            return;
        }
        try {
            inEngine(() -> jdbc.sql("""
                            update messaging.outbox o set status = 'DONE'
                            from unnest(?::uuid[], ?::uuid[], ?::bigint[]) d (tenant_id, id, fence)
                            where o.tenant_id = d.tenant_id and o.id = d.id and o.fence = d.fence""")
                    .params(
                            done.stream()
                                    .map(each -> each.parcel.tenant().value())
                                    .toArray(UUID[]::new),
                            done.stream().map(each -> each.parcel.event()).toArray(UUID[]::new),
                            done.stream().map(each -> each.fence).toArray(Long[]::new))
                    .update());
        } finally {
            hand.inFlight.addAndGet(-done.size());
        }
    }

    private int failed(Claimed claimed, Throwable failure) {
        var dead = claimed.attempts >= MAX_ATTEMPTS;
        LOG.warn(
                "event {} {} failed, attempt {}",
                claimed.parcel.name(),
                claimed.parcel.event(),
                claimed.attempts,
                failure);
        return jdbc.sql("""
                        update messaging.outbox set status = ?, leased_until = null, last_error = ?,
                               ready_at = clock_timestamp() + make_interval(secs => ?)
                        where tenant_id = ? and id = ? and fence = ?""")
                .params(
                        dead ? "DEAD" : "NEW",
                        HandlerFailed.told(failure),
                        Math.min(300, 0.2 * Math.pow(2, claimed.attempts)),
                        claimed.parcel.tenant().value(),
                        claimed.parcel.event(),
                        claimed.fence)
                .update();
    }

    /** A transport that keeps what it could not bring: the row says so from now on, for staff to see and to hand on again. */
    private void givenUp(Parcel parcel, String error) {
        inEngine(() -> jdbc.sql("""
                        update messaging.outbox set status = 'DEAD', last_error = ?
                        where tenant_id = ? and id = ? and status = 'DONE'""")
                .params(error, parcel.tenant().value(), parcel.event())
                .update());
    }

    private boolean nothingWaits(Lane lane) {
        return inEngine(
                () -> jdbc.sql("""
                        select not exists (select from messaging.outbox
                                           where status = 'NEW' and lane = ? and ready_at <= clock_timestamp())""").param(lane.name()).query(Boolean.class).single());
    }

    private <T> T inEngine(java.util.function.Supplier<T> action) {
        return Backstage.call(new Scope.Engine(), () -> transaction.execute(_ -> action.get()));
    }

    private record Claimed(Parcel parcel, int attempts, long fence) {}

    /** What holds one lane's parcels until they have arrived. */
    private final class Hand {

        final Lane lane;
        final Transport transport;
        final AtomicInteger inFlight = new AtomicInteger();
        final Queue<Claimed> arrived = new ConcurrentLinkedQueue<>();
        private long gatherUntil = System.nanoTime();

        Hand(Lane lane, Transport transport, Dispatcher dispatcher) {
            this.lane = lane;
            this.transport = transport;
            transport.receive(dispatcher::dispatch, OutboxRelay.this::givenUp);
        }

        void claimed(int some) {
            gatherUntil = System.nanoTime() + (some > 0 ? GATHERING.toNanos() : 0);
        }

        void gather() {
            LockSupport.parkNanos(gatherUntil - System.nanoTime());
        }
    }

    private final class Loop extends Ticker {

        private final Hand hand;

        Loop(Hand hand) {
            super("outbox-" + hand.lane.name().toLowerCase(Locale.ROOT), Duration.ofMillis(300), () -> round(hand));
            this.hand = hand;
        }

        @Override
        public boolean idle() {
            return !busy() && hand.inFlight.get() == 0 && nothingWaits(hand.lane);
        }
    }
}
