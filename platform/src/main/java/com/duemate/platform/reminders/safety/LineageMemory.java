package com.duemate.platform.reminders.safety;

import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What Redis remembers of the database. A memory outside of it and nothing more: without Redis, or where it forgot, less is
 * noticed and nothing is wrong. Nobody waits for Redis but a worker that starts, for a few seconds.
 */
@Component
@OnRole(ServerRole.WORKER)
class LineageMemory {

    private static final Logger LOG = LoggerFactory.getLogger(LineageMemory.class);
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final @Nullable RedissonClient redis;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile @Nullable Kept recalled;
    private volatile boolean patient;

    LineageMemory(ObjectProvider<RedissonClient> redis) {
        this.redis = redis.getIfAvailable();
    }

    /** @param fence the highest that was seen */
    record Memory(Watermark.Mark mark, long fence) {

        String written() {
            return mark.era() + " " + mark.written() + " " + fence;
        }

        static Memory read(String text) {
            var parts = text.split(" ", 3);
            return new Memory(
                    new Watermark.Mark(Integer.parseInt(parts[0]), Long.parseLong(parts[1])), Long.parseLong(parts[2]));
        }
    }

    private record Kept(UUID installation, Memory memory) {}

    /** Has the next question wait for Redis. */
    void await() {
        patient = true;
    }

    /** The last that Redis said; it is asked anew meanwhile. */
    Optional<Memory> recall(UUID installation) {
        var client = redis;
        if (client == null) {
            return Optional.empty();
        }
        if (asking.compareAndSet(false, true)) {
            var thread = Thread.startVirtualThread(() -> {
                try {
                    var text = client.<String>getBucket(key(installation), StringCodec.INSTANCE)
                            .get();
                    recalled = text == null ? null : new Kept(installation, Memory.read(text));
                } catch (RuntimeException e) {
                    LOG.debug("Redis does not say what it remembers of the database", e);
                } finally {
                    asking.set(false);
                }
            });
            if (patient) {
                join(thread);
            }
        }
        var kept = recalled;
        return kept == null || !kept.installation.equals(installation) ? Optional.empty() : Optional.of(kept.memory);
    }

    /** Remembers it unless somebody remembers more already. */
    void keep(UUID installation, Memory now) {
        var client = redis;
        if (client == null) {
            return;
        }
        Thread.startVirtualThread(() -> {
            try {
                var bucket = client.<String>getBucket(key(installation), StringCodec.INSTANCE);
                var text = bucket.get();
                if (text == null) {
                    bucket.setIfAbsent(now.written());
                } else if (Memory.read(text).mark().isBefore(now.mark())) {
                    bucket.compareAndSet(text, now.written());
                }
            } catch (RuntimeException e) {
                LOG.debug("Redis does not take what is to be remembered of the database", e);
            }
        });
    }

    private void join(Thread thread) {
        patient = false;
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String key(UUID installation) {
        return "duemate:reminders:lineage:" + installation;
    }
}
