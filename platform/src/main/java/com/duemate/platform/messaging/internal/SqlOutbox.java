package com.duemate.platform.messaging.internal;

import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.messaging.DomainEvent;
import com.duemate.platform.messaging.EventName;
import com.duemate.platform.messaging.Lane;
import com.duemate.platform.messaging.Outbox;
import com.duemate.platform.scope.Scopes;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

@Repository
class SqlOutbox implements Outbox {

    private static final String TRAVELS = """
            insert into messaging.outbox (id, name, lane, payload, business_at)
            select e.*, ?::timestamptz from unnest(?::uuid[], ?::text[], ?::text[], ?::text[]::jsonb[]) e""";

    private static final String KEPT = """
            insert into messaging.outbox (id, name, lane, payload, business_at, status)
            select e.*, ?::timestamptz, 'DONE' from unnest(?::uuid[], ?::text[], ?::text[], ?::text[]::jsonb[]) e""";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final BusinessClock clock;
    private final ApplicationEventPublisher local;
    private final LiveHub live;

    SqlOutbox(JdbcClient jdbc, JsonMapper json, BusinessClock clock, ApplicationEventPublisher local, LiveHub live) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.local = local;
        this.live = live;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(DomainEvent event) {
        publishAll(List.of(event));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void publishAll(List<? extends DomainEvent> events) {
        var told = events.stream().collect(Collectors.partitioningBy(SqlOutbox::isAnnouncedOnly));
        var announced = Objects.requireNonNull(told.get(true));
        if (!announced.isEmpty()) {
            var tenant = Scopes.tenant();
            insert(announced, KEPT, () -> announce(tenant, announced));
        }
        var travelling = Objects.requireNonNull(told.get(false));
        if (!travelling.isEmpty()) {
            insert(travelling, TRAVELS, () -> handOn(travelling));
        }
    }

    private void insert(List<? extends DomainEvent> events, String statement, Runnable then) {
        jdbc.sql(statement)
                .param(clock.now().atOffset(ZoneOffset.UTC))
                .param(events.stream().map(_ -> Ids.next()).toArray(UUID[]::new))
                .param(events.stream().map(event -> nameOf(event.getClass())).toArray(String[]::new))
                .param(events.stream()
                        .map(event -> named(event.getClass()).lane().name())
                        .toArray(String[]::new))
                .param(events.stream().map(json::writeValueAsString).toArray(String[]::new))
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                then.run();
            }
        });
    }

    private void handOn(List<? extends DomainEvent> events) {
        local.publishEvent(new OutboxFilled(
                events.stream().map(event -> named(event.getClass()).lane()).collect(Collectors.toSet())));
    }

    private void announce(TenantId tenant, List<? extends DomainEvent> events) {
        events.stream().map(event -> nameOf(event.getClass())).distinct().forEach(name -> live.announce(tenant, name));
    }

    private static boolean isAnnouncedOnly(DomainEvent event) {
        return named(event.getClass()).announcedOnly();
    }

    static String nameOf(Class<?> event) {
        return named(event).value();
    }

    /** @throws IllegalStateException when nobody who waits for it would ever get it */
    static String travelling(Class<?> event) {
        if (named(event).announcedOnly()) {
            throw new IllegalStateException(event.getName() + " is announced only, and something reacts to it");
        }
        return nameOf(event);
    }

    private static EventName named(Class<?> event) {
        return Objects.requireNonNull(event.getAnnotation(EventName.class), event::getName);
    }

    /** Heard only inside this process: saves the relay its pause. */
    record OutboxFilled(Set<Lane> lanes) {}
}
