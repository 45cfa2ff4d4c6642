package com.duemate.platform.messaging.internal;

import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.messaging.LiveUpdates;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RTopic;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Announces within this process, and over Redis to the others where Redis is there. Losing a hint loses nothing. */
@Component
class LiveHub implements LiveUpdates {

    private static final Logger LOG = LoggerFactory.getLogger(LiveHub.class);
    private static final String TOPIC = "duemate:live";

    private final ConcurrentHashMap<TenantId, List<Consumer<String>>> listeners = new ConcurrentHashMap<>();
    private final @Nullable RTopic topic;

    LiveHub(ObjectProvider<RedissonClient> redis) {
        var client = redis.getIfAvailable();
        topic = client == null ? null : client.getTopic(TOPIC, StringCodec.INSTANCE);
        if (topic != null) {
            topic.addListenerAsync(String.class, (_, text) -> tell(text));
        }
    }

    @Override
    public Subscription subscribe(TenantId tenant, Consumer<String> listener) {
        listeners.computeIfAbsent(tenant, _ -> new CopyOnWriteArrayList<>()).add(listener);
        return () -> listeners.computeIfPresent(tenant, (_, all) -> {
            all.remove(listener);
            return all.isEmpty() ? null : all;
        });
    }

    void announce(TenantId tenant, String event) {
        var text = tenant + " " + event;
        if (topic == null) {
            tell(text);
        } else {
            publish(topic, text).whenComplete((_, failure) -> {
                if (failure != null) {
                    LOG.debug("no Redis to announce over; telling this process alone");
                    tell(text);
                }
            });
        }
    }

    private static CompletionStage<Long> publish(RTopic topic, String text) {
        try {
            return topic.publishAsync(text);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void tell(String text) {
        int space = text.indexOf(' ');
        if (space == 36) {
            listeners
                    .getOrDefault(TenantId.of(text.substring(0, space)), List.of())
                    .forEach(listener -> tell(listener, text.substring(space + 1)));
        }
    }

    /** Whoever announces has just committed something, and must not fail for a screen. */
    private static void tell(Consumer<String> listener, String event) {
        try {
            listener.accept(event);
        } catch (RuntimeException e) {
            LOG.warn("a screen could not be told of {}", event, e);
        }
    }
}
