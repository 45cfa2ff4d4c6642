package com.duemate.platform.messaging.internal;

import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.messaging.DomainEvent;
import com.duemate.platform.messaging.EventName;
import com.duemate.platform.messaging.Lane;
import com.duemate.platform.messaging.Outbox;
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

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final BusinessClock clock;
    private final ApplicationEventPublisher local;

    SqlOutbox(JdbcClient jdbc, JsonMapper json, BusinessClock clock, ApplicationEventPublisher local) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.local = local;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(DomainEvent event) {
        publishAll(List.of(event));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void publishAll(List<? extends DomainEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into messaging.outbox (id, name, lane, payload, business_at)
                        select e.*, ?::timestamptz from unnest(?::uuid[], ?::text[], ?::text[], ?::text[]::jsonb[]) e""")
                .param(clock.now().atOffset(ZoneOffset.UTC))
                .param(events.stream().map(_ -> Ids.next()).toArray(UUID[]::new))
                .param(events.stream().map(event -> nameOf(event.getClass())).toArray(String[]::new))
                .param(events.stream()
                        .map(event -> named(event.getClass()).lane().name())
                        .toArray(String[]::new))
                .param(events.stream().map(json::writeValueAsString).toArray(String[]::new))
                .update();
        var lanes = events.stream().map(event -> named(event.getClass()).lane()).collect(Collectors.toSet());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                local.publishEvent(new OutboxFilled(lanes));
            }
        });
    }

    static String nameOf(Class<?> event) {
        return named(event).value();
    }

    private static EventName named(Class<?> event) {
        return Objects.requireNonNull(event.getAnnotation(EventName.class), event::getName);
    }

    /** Heard only inside this process: saves the relay its pause. */
    record OutboxFilled(Set<Lane> lanes) {}
}
