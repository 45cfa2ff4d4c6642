package com.duemate.platform.messaging.internal;

import com.duemate.platform.messaging.DomainEvent;
import com.duemate.platform.messaging.EventHandler;
import com.duemate.platform.scope.Backstage;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.scope.ServerRole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Calls each handler of an event in the tenant's scope, in a transaction that also records the consumption. */
@Component
@OnRole(ServerRole.WORKER)
class Dispatcher {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final LiveHub live;
    private final ObjectProvider<EventHandler<?>> beans;
    private volatile Map<String, List<EventHandler<?>>> handlers = Map.of();

    Dispatcher(
            JdbcClient jdbc,
            JsonMapper json,
            PlatformTransactionManager transactions,
            LiveHub live,
            ObjectProvider<EventHandler<?>> beans) {
        this.jdbc = jdbc;
        this.json = json;
        this.transaction = new TransactionTemplate(transactions);
        this.live = live;
        this.beans = beans;
    }

    void dispatch(Parcel parcel) {
        Backstage.run(new Scope.Tenant(parcel.tenant()), () -> {
            for (var handler : handlers().getOrDefault(parcel.name(), List.of())) {
                try {
                    transaction.executeWithoutResult(_ -> handle(handler, parcel));
                } catch (RuntimeException e) {
                    throw new HandlerFailed(handler.name(), e);
                }
            }
        });
        live.announce(parcel.tenant(), parcel.name());
    }

    private <E extends DomainEvent> void handle(EventHandler<E> handler, Parcel parcel) {
        int fresh = jdbc.sql("insert into messaging.consumed (handler, event_id) values (?, ?) on conflict do nothing")
                .params(handler.name(), parcel.event())
                .update();
        if (fresh == 0) {
            return;
        }
        jdbc.sql("select payload::text from messaging.outbox where id = ?")
                .param(parcel.event())
                .query(String.class)
                .optional()
                .ifPresent(payload -> handler.on(json.readValue(payload, handler.event())));
    }

    private Map<String, List<EventHandler<?>>> handlers() {
        if (handlers.isEmpty()) {
            var found = new HashMap<String, List<EventHandler<?>>>();
            beans.forEach(handler -> found.computeIfAbsent(SqlOutbox.nameOf(handler.event()), _ -> new ArrayList<>())
                    .add(handler));
            handlers = Map.copyOf(found);
        }
        return handlers;
    }
}
