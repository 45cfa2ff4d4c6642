package com.duemate.platform.reminders.safety;

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

/** Has the next day of each tenant of this worker's shards looked at once a day. */
@Component
@OnRole(ServerRole.WORKER)
class Digests {

    private static final Logger LOG = LoggerFactory.getLogger(Digests.class);
    private static final int AT_ONCE = 25;

    private static final String DUE = """
            select t.id from tenancy.tenant t
            join reminders.shard s on s.shard = get_byte(uuid_send(t.id), 15) % 64 and s.worker = ?
            where t.status = 'ACTIVE'
              and not exists (select from reminders.digest d where d.tenant_id = t.id and d.next_at > ?)
            order by t.id limit ?""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final LookAhead ahead;
    private final Shards shards;
    private final BusinessClock clock;

    Digests(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            LookAhead ahead,
            Shards shards,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.ahead = ahead;
        this.shards = shards;
        this.clock = clock;
    }

    @Bean
    Ticker digestsTicker() {
        return new Loop();
    }

    void round() {
        var now = clock.now();
        for (var tenant : due(now)) {
            try {
                Backstage.run(
                        new Scope.Tenant(new TenantId(tenant)),
                        () -> transaction.executeWithoutResult(_ -> ahead.look(now)));
            } catch (RuntimeException e) {
                LOG.warn("the next day of {} cannot be looked at now", tenant, e);
            }
        }
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
            super("digests", Duration.ofSeconds(5), () -> {
                round();
                return false;
            });
        }

        /** Nobody waits for a word beforehand. */
        @Override
        public boolean idle() {
            return true;
        }

        @Override
        public void wake() {}
    }
}
