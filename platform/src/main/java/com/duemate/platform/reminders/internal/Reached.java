package com.duemate.platform.reminders.internal;

import com.duemate.platform.kernel.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How far this worker has come through each tenant's due steps. What it decided leaves dead entries at the head of an index, dear to
 * whoever looks at them; a look begins behind them. A step that comes with an earlier time than that, or is to be tried again after a
 * failure, is found when all is forgotten: after half a minute, and whenever a round weighs nobody.
 */
final class Reached {

    /** Before every step there can be: those of an invoice of 1970 may lie in the year before. */
    static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");

    private static final Duration KEPT = Duration.ofSeconds(30);

    private final Duration kept;
    private volatile Map<TenantId, Instant> all = new ConcurrentHashMap<>();
    private volatile long since = System.nanoTime();

    Reached() {
        this(KEPT);
    }

    Reached(Duration kept) {
        this.kept = kept;
    }

    Way of(TenantId tenant) {
        return new Way(tenant, all);
    }

    /** All that is known, as it is now. */
    Map<TenantId, Instant> all() {
        if (System.nanoTime() - since > kept.toNanos()) {
            forget();
        }
        return new HashMap<>(all);
    }

    /** @return whether there was anything */
    boolean forget() {
        boolean anything = !all.isEmpty();
        all = new ConcurrentHashMap<>();
        since = System.nanoTime();
        return anything;
    }

    /** One tenant's, for one turn: how far that comes is forgotten with what it began with, also where it goes on meanwhile. */
    static final class Way {

        private final TenantId tenant;
        private final Map<TenantId, Instant> all;

        private Way(TenantId tenant, Map<TenantId, Instant> all) {
            this.tenant = tenant;
            this.all = all;
        }

        /** From when on the tenant may have something due; the beginning of time where that is not known. */
        Instant from() {
            return all.getOrDefault(tenant, BEGINNING);
        }

        /** @param last the time of the latest step of those that were all decided; null when some may be left before it */
        void come(@Nullable Instant last) {
            if (last == null) {
                all.remove(tenant);
            } else {
                all.put(tenant, last);
            }
        }
    }
}
