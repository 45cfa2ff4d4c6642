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

/**
 * Looks again and again at what became of messages: for each tenant of this worker's shards that let some out in the last hours,
 * and over all of them. Volume is watched where it is counted, in the turn that lets messages out.
 */
@Component
@OnRole(ServerRole.WORKER)
class CircuitWatch {

    private static final Logger LOG = LoggerFactory.getLogger(CircuitWatch.class);
    private static final Duration RECENT = Duration.ofHours(3);

    private static final String LATELY = """
            select distinct f.tenant_id from reminders.flow f
            join reminders.shard s on s.shard = get_byte(uuid_send(f.tenant_id), 15) % 64 and s.worker = ?
            where f.hour > ? and f.hour <= ? order by 1""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TenantCircuit circuit;
    private final WideCircuits wide;
    private final Shards shards;
    private final SafetySettings settings;
    private final BusinessClock clock;

    CircuitWatch(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            TenantCircuit circuit,
            WideCircuits wide,
            Shards shards,
            SafetySettings settings,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.circuit = circuit;
        this.wide = wide;
        this.shards = shards;
        this.settings = settings;
        this.clock = clock;
    }

    @Bean
    Ticker circuitsTicker() {
        return new Loop();
    }

    void look() {
        var now = clock.now();
        for (var tenant : sentLately(now)) {
            try {
                Backstage.run(
                        new Scope.Tenant(new TenantId(tenant)),
                        () -> transaction.executeWithoutResult(_ -> circuit.watchFates(now)));
            } catch (RuntimeException e) {
                LOG.warn("what became of the messages of {} cannot be seen now", tenant, e);
            }
        }
        wide.watch(now);
    }

    private List<UUID> sentLately(Instant now) {
        return Backstage.call(
                new Scope.Engine(),
                () -> transaction.execute(_ -> jdbc.sql(LATELY)
                        .params(
                                shards.worker(),
                                now.minus(RECENT).atOffset(ZoneOffset.UTC),
                                now.atOffset(ZoneOffset.UTC))
                        .query(UUID.class)
                        .list()));
    }

    private final class Loop extends Ticker {

        Loop() {
            super("circuits", settings.beat().multipliedBy(5), () -> {
                look();
                return false;
            });
        }

        /** A watch: it has no work that anybody could wait for. */
        @Override
        public boolean idle() {
            return true;
        }

        @Override
        public void wake() {}
    }
}
