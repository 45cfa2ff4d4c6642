package com.duemate.platform.reminders.shards;

import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.messaging.Ticker;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Keeps this worker's share of the shards leased to it for as long as it runs; gives them back when it stops. */
@Component
@OnRole(ServerRole.WORKER)
class ShardKeeper implements Shards {

    private static final Logger LOG = LoggerFactory.getLogger(ShardKeeper.class);

    private final UUID worker = UUID.randomUUID();
    private final ShardRows rows;
    private final RollCall roll;
    private final ShardSettings settings;
    private final BusinessClock clock;
    private final ApplicationEventPublisher local;
    private final Loop loop;
    private boolean joined;
    private volatile int owned;
    private volatile Duration oldestDue = Duration.ZERO;

    ShardKeeper(
            ShardRows rows,
            RollCall roll,
            ShardSettings settings,
            BusinessClock clock,
            ApplicationEventPublisher local) {
        this.rows = rows;
        this.roll = roll;
        this.settings = settings;
        this.clock = clock;
        this.local = local;
        this.loop = new Loop();
    }

    @Bean
    Ticker shardsTicker() {
        return loop;
    }

    @Override
    public UUID worker() {
        return worker;
    }

    /** By hearsay. */
    int heardOfWorkers() {
        return roll.heard().size();
    }

    /** How many shards it owned at the last beat. */
    int owned() {
        return owned;
    }

    /** For how long the oldest of what is due in its shards had been due at the last beat. */
    Duration oldestDue() {
        return oldestDue;
    }

    synchronized void beat() {
        var beat = rows.beat(worker, settings.lease(), roll.heard());
        owned = beat.owned();
        roll.answer(worker, beat.millis(), settings.lease(), !joined || beat.given() > 0, loop::soon);
        joined = true;
        if (beat.taken() > 0) {
            local.publishEvent(new ShardsTaken(beat.taken()));
        }
        oldestDue = rows.oldestDue(worker)
                .map(due -> Duration.between(due, clock.now()))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }

    synchronized void leave() {
        rows.leave(worker);
        roll.leave(worker);
        owned = 0;
        joined = false;
    }

    private final class Loop extends Ticker {

        Loop() {
            super("shards", settings.beat(), () -> {
                beat();
                return false;
            });
        }

        /** It has no work that anybody could wait for. */
        @Override
        public boolean idle() {
            return true;
        }

        /** Leases do not ask for business time, nor for what there is to do. */
        @Override
        public void wake() {}

        void soon() {
            super.wake();
        }

        /** Starts before those who claim, and stops after them. */
        @Override
        public int getPhase() {
            return DEFAULT_PHASE - 1;
        }

        @Override
        public void stop() {
            super.stop();
            try {
                leave();
            } catch (RuntimeException e) {
                LOG.warn("shards could not be given back and will be free when their leases have run out", e);
            }
        }
    }
}
