package com.duemate.platform.reminders.safety;

import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.messaging.Ticker;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Watches whether the database is still the one that sent last, and holds everything when it is not.
 *
 * <p>Three things give a backup away. Its rows name another cluster than the one they are in, or another timeline: it was dumped
 * and loaded, recovered to a point in time, or a standby took over. Less was ever written to it than this process or Redis
 * remembers: files were copied back. Or its fences went backwards. The first also shows to everybody who weighs or hands over,
 * by the statement that asks for stops, and so does the second to a process that saw the database before; this watch writes it
 * down for all. What nobody remembers, a copy of files that comes back while Redis is empty and no process lived on, is not
 * noticed.
 */
@Component
@OnRole(ServerRole.WORKER)
class Lineage {

    private static final Logger LOG = LoggerFactory.getLogger(Lineage.class);

    /** A sequence may lose what it gave out just before a crash; it never loses this many. */
    private static final long FENCES_LOST_IN_A_CRASH = 256;

    private final LineageRows rows;
    private final LineageMemory memory;
    private final Watermark watermark;
    private final SafetySettings settings;
    private final BusinessClock clock;

    Lineage(LineageRows rows, LineageMemory memory, Watermark watermark, SafetySettings settings, BusinessClock clock) {
        this.rows = rows;
        this.memory = memory;
        this.watermark = watermark;
        this.settings = settings;
        this.clock = clock;
    }

    @Bean
    Ticker lineageTicker() {
        return new Loop();
    }

    /** @return whether everything is held since this look */
    boolean look() {
        var known = watermark.known();
        var sight = rows.look();
        var remembered = memory.recall(sight.installation());
        if (remembered.isPresent()) {
            // What is remembered was read from the database before, so the database must be asked after it.
            sight = rows.look();
        }
        if (sight.moved() || watermark.isBehind(known, sight.mark()) || isBehind(sight, remembered)) {
            int era = Math.max(known.era(), remembered.map(m -> m.mark().era()).orElse(0));
            rows.hold(era, remembered.map(LineageMemory.Memory::fence).orElse(0L), clock.now());
            LOG.warn(
                    "this database is not the one that sent last, or not all of it: sending is held until staff release it");
            return true;
        }
        memory.keep(sight.installation(), new LineageMemory.Memory(sight.mark(), sight.fence()));
        return false;
    }

    private static boolean isBehind(LineageRows.Sight sight, Optional<LineageMemory.Memory> remembered) {
        return remembered
                .filter(then -> sight.mark().isBefore(then.mark())
                        || (sight.mark().era() == then.mark().era()
                                && sight.fence() + FENCES_LOST_IN_A_CRASH < then.fence()))
                .isPresent();
    }

    private final class Loop extends Ticker {

        Loop() {
            super("lineage", settings.beat(), () -> {
                look();
                return false;
            });
        }

        /** Looks before anybody claims; where the database does not answer, nobody claims anything either. */
        @Override
        public void start() {
            try {
                memory.await();
                look();
            } catch (RuntimeException e) {
                LOG.warn("whether the database is the one that sent last cannot be seen yet", e);
            }
            super.start();
        }

        @Override
        public int getPhase() {
            return DEFAULT_PHASE - 2;
        }

        /** It has no work that anybody could wait for. */
        @Override
        public boolean idle() {
            return true;
        }

        @Override
        public void wake() {}
    }
}
