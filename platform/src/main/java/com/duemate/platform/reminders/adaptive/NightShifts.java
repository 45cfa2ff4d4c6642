package com.duemate.platform.reminders.adaptive;

import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.messaging.Ticker;
import com.duemate.platform.reminders.shards.Shards;
import com.duemate.platform.scope.Backstage;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.scope.ServerRole;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Begins the night shift of each tenant of this worker's shards that wants one. */
@Component
@OnRole(ServerRole.WORKER)
class NightShifts {

    private static final Logger LOG = LoggerFactory.getLogger(NightShifts.class);
    private static final int AT_ONCE = 100;

    private static final String DUE = """
            select a.tenant_id from reminders.adaptive a
            join reminders.shard s on s.shard = get_byte(uuid_send(a.tenant_id), 15) % 64 and s.worker = ?
            where a.is_on and a.learns_at <= ? order by a.learns_at limit ?""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final NightShift night;
    private final Shards shards;
    private final BusinessClock clock;

    NightShifts(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            NightShift night,
            Shards shards,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.night = night;
        this.shards = shards;
        this.clock = clock;
    }

    @Bean
    Ticker nightShiftsTicker() {
        return new Loop();
    }

    boolean round() {
        var now = clock.now();
        var due = due(now);
        int begun = 0;
        for (var tenant : due) {
            try {
                Backstage.run(
                        new Scope.Tenant(new TenantId(tenant)),
                        () -> transaction.executeWithoutResult(_ -> night.begin(now)));
                begun++;
            } catch (RuntimeException e) {
                LOG.warn("the habits of the customers of {} cannot be looked at now", tenant, e);
            }
        }
        return begun == AT_ONCE;
    }

    private List<UUID> due(Instant now) {
        return Backstage.call(
                new Scope.Engine(),
                () -> transaction.execute(_ -> jdbc.sql(DUE)
                        .params(shards.worker(), now.atOffset(ZoneOffset.UTC), AT_ONCE)
                        .query(UUID.class)
                        .list()));
    }

    private final class Loop extends Ticker {

        Loop() {
            super("night-shifts", Duration.ofSeconds(5), NightShifts.this::round);
        }

        @Override
        public boolean idle() {
            return !busy() && due(clock.now()).isEmpty();
        }
    }
}
