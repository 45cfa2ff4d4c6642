package com.duemate.platform.messaging.internal;

import com.duemate.platform.messaging.DomainEvent;
import com.duemate.platform.messaging.Errand;
import com.duemate.platform.messaging.EventHandler;
import com.duemate.platform.scope.Backstage;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.scope.ServerRole;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls each handler of an event in the tenant's scope, in a transaction that also records the consumption; and each errand outside
 * any transaction, as often as the event comes.
 */
@Component
@OnRole(ServerRole.WORKER)
class Dispatcher implements SmartInitializingSingleton {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final LiveHub live;
    private final ObjectProvider<EventHandler<?>> beans;
    private final ObjectProvider<Errand<?>> errandBeans;
    private volatile Map<String, List<EventHandler<?>>> handlers = Map.of();
    private volatile Map<String, List<Errand<?>>> errands = Map.of();

    Dispatcher(
            JdbcClient jdbc,
            JsonMapper json,
            PlatformTransactionManager transactions,
            LiveHub live,
            ObjectProvider<EventHandler<?>> beans,
            ObjectProvider<Errand<?>> errandBeans) {
        this.jdbc = jdbc;
        this.json = json;
        this.transaction = new TransactionTemplate(transactions);
        this.live = live;
        this.beans = beans;
        this.errandBeans = errandBeans;
    }

    /** A server whose handlers wait for what never comes does not start. */
    @Override
    public void afterSingletonsInstantiated() {
        handlers();
        errands();
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
            for (var errand : errands().getOrDefault(parcel.name(), List.of())) {
                try {
                    run(errand, parcel);
                } catch (RuntimeException e) {
                    throw new HandlerFailed(errand.name(), e);
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
        payload(parcel).ifPresent(payload -> handler.on(json.readValue(payload, handler.event())));
    }

    private <E extends DomainEvent> void run(Errand<E> errand, Parcel parcel) {
        transaction
                .execute(_ -> payload(parcel))
                .ifPresent(payload -> errand.run(json.readValue(payload, errand.event())));
    }

    private Optional<String> payload(Parcel parcel) {
        return jdbc.sql("select payload::text from messaging.outbox where id = ?")
                .param(parcel.event())
                .query(String.class)
                .optional();
    }

    private Map<String, List<EventHandler<?>>> handlers() {
        if (handlers.isEmpty()) {
            handlers = byName(beans, EventHandler::event);
        }
        return handlers;
    }

    private Map<String, List<Errand<?>>> errands() {
        if (errands.isEmpty()) {
            errands = byName(errandBeans, Errand::event);
        }
        return errands;
    }

    private static <T> Map<String, List<T>> byName(ObjectProvider<T> beans, Function<T, Class<?>> event) {
        return beans.stream().collect(Collectors.groupingBy(bean -> SqlOutbox.travelling(event.apply(bean))));
    }
}
