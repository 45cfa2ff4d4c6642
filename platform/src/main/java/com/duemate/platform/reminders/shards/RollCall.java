package com.duemate.platform.reminders.shards;

import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RScoredSortedSet;
import org.redisson.api.RTopic;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What workers tell each other over Redis: an entry each that expires, and a bell for the others when shards are to be had. Hints,
 * all of them: nobody waits for Redis, and what it has lost or made up costs evenness or time.
 */
@Component
@OnRole(ServerRole.WORKER)
class RollCall {

    private static final Logger LOG = LoggerFactory.getLogger(RollCall.class);
    private static final String WORKERS = "duemate:reminders:workers";
    private static final String BELL = "duemate:reminders:shards";

    private final @Nullable RedissonClient redis;
    private final AtomicBoolean asking = new AtomicBoolean();
    private final AtomicBoolean listening = new AtomicBoolean();
    private volatile List<Long> hint = List.of();

    RollCall(ObjectProvider<RedissonClient> redis) {
        this.redis = redis.getIfAvailable();
    }

    /** Until when each of those lives that have answered, in milliseconds of the database's clock; empty when nothing is known. */
    List<Long> heard() {
        return hint;
    }

    /**
     * Answers for the length of a lease, listens from now on, and counts who else is there.
     *
     * @param millis the database's clock, the one that all share
     * @param ring whether the others are to look for shards now
     * @param onBell run when another rings
     */
    void answer(UUID worker, long millis, Duration lease, boolean ring, Runnable onBell) {
        onItsOwnThread(client -> {
            listen(client, worker, onBell);
            var workers = workers(client);
            workers.add(millis + lease.toMillis(), worker.toString());
            workers.removeRangeByScore(Double.NEGATIVE_INFINITY, true, millis, true);
            hint = workers.entryRange(0, 999).stream()
                    .map(entry -> entry.getScore().longValue())
                    .toList();
            if (ring) {
                bell(client).publish(worker.toString());
            }
        });
    }

    /** Takes its entry back and rings: its shards are free. Gives Redis a second for it, since the connection may end next. */
    void leave(UUID worker) {
        hint = List.of();
        var client = redis;
        if (client == null) {
            return;
        }
        var thread = Thread.startVirtualThread(() -> ask(client, there -> {
            workers(there).remove(worker.toString());
            bell(there).publish(worker.toString());
        }));
        try {
            thread.join(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen(RedissonClient client, UUID worker, Runnable onBell) {
        if (listening.compareAndSet(false, true)) {
            try {
                bell(client).addListener(String.class, (_, who) -> {
                    if (!who.equals(worker.toString())) {
                        // What was counted before is not so any more.
                        hint = List.of();
                        onBell.run();
                    }
                });
            } catch (RuntimeException e) {
                listening.set(false);
                throw e;
            }
        }
    }

    private void onItsOwnThread(Consumer<RedissonClient> work) {
        var client = redis;
        if (client == null || !asking.compareAndSet(false, true)) {
            return;
        }
        Thread.startVirtualThread(() -> {
            try {
                ask(client, work);
            } finally {
                asking.set(false);
            }
        });
    }

    private static void ask(RedissonClient client, Consumer<RedissonClient> work) {
        try {
            work.accept(client);
        } catch (RuntimeException e) {
            LOG.debug("no roll call over Redis", e);
        }
    }

    private static RScoredSortedSet<String> workers(RedissonClient client) {
        return client.getScoredSortedSet(WORKERS, StringCodec.INSTANCE);
    }

    private static RTopic bell(RedissonClient client) {
        return client.getTopic(BELL, StringCodec.INSTANCE);
    }
}
