package com.duemate.platform.imports.internal;

import com.duemate.platform.imports.internal.ImportWork.Desk;
import com.duemate.platform.imports.internal.Jobs.Claim;
import com.duemate.platform.messaging.Ticker;
import com.duemate.platform.scope.Backstage;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.scope.ServerRole;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Serves the imports of all tenants in turns, so that nobody's million rows keep the others waiting. */
@Component
@OnRole(ServerRole.WORKER)
class ImportWorker {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
    private static final Duration TURN = Duration.ofSeconds(5);

    private final ImportWork work;
    private final Desk desk = new Desk();
    private final Loop loop = new Loop();

    ImportWorker(ImportWork work) {
        this.work = work;
    }

    @Bean
    Ticker importTicker() {
        return loop;
    }

    private boolean round() {
        var claimed = Backstage.call(new Scope.Engine(), work::claim);
        claimed.ifPresent(claim -> Backstage.run(new Scope.Tenant(claim.tenant()), () -> serve(claim)));
        return claimed.isPresent();
    }

    private void serve(Claim claim) {
        try {
            long end = System.nanoTime() + TURN.toNanos();
            boolean more = work.step(claim, desk);
            while (more && loop.isRunning() && System.nanoTime() - end < 0) {
                more = work.step(claim, desk);
            }
            if (!more) {
                desk.leave(claim.id());
            }
            work.release(claim);
        } catch (RuntimeException e) {
            LOG.warn("a step of import {} failed and will be tried again", claim.id(), e);
            desk.close();
            work.stumble(claim);
        }
    }

    private final class Loop extends Ticker {

        Loop() {
            super("imports", Duration.ofMillis(500), ImportWorker.this::round);
        }

        @Override
        public void stop() {
            super.stop();
            desk.close();
        }

        @Override
        public boolean idle() {
            return !busy() && Backstage.call(new Scope.Engine(), work::noneWaits);
        }
    }
}
