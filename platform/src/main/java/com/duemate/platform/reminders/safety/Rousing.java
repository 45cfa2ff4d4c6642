package com.duemate.platform.reminders.safety;

import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.messaging.Ticker;
import com.duemate.platform.scope.Backstage;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.scope.ServerRole;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * After a release, has everybody weighed whom the stop kept waiting: once at once, and again after longer than any turn lasts,
 * for those whose turn began before the release and put them off after it. Done twice by two workers it does no harm.
 */
@Component
@OnRole(ServerRole.WORKER)
class Rousing {

    private static final String DUE =
            "from reminders.rouse where freed_at + rouses * interval '75 seconds' <= clock_timestamp()";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher local;

    Rousing(JdbcClient jdbc, PlatformTransactionManager transactions, ApplicationEventPublisher local) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.local = local;
    }

    @Bean
    Ticker rousingTicker() {
        return new Loop();
    }

    private record Freed(UUID id, Reach reach, @Nullable UUID target, int rouses) {}

    boolean round() {
        var freed = inEngine(() -> jdbc.sql("select id, reach, target, rouses " + DUE + " order by freed_at limit 10")
                .query((row, _) -> new Freed(
                        row.getObject("id", UUID.class),
                        Reach.valueOf(row.getString("reach")),
                        row.getObject("target", UUID.class),
                        row.getInt("rouses")))
                .list());
        freed.forEach(this::rouse);
        return !freed.isEmpty();
    }

    private void rouse(Freed freed) {
        for (var tenant : tenants(freed)) {
            Backstage.run(
                    new Scope.Tenant(new TenantId(tenant)),
                    () -> transaction.executeWithoutResult(_ -> local.publishEvent(new Released())));
        }
        inEngine(() -> freed.rouses == 0
                ? jdbc.sql("update reminders.rouse set rouses = 1 where id = ?")
                        .param(freed.id)
                        .update()
                : jdbc.sql("delete from reminders.rouse where id = ?")
                        .param(freed.id)
                        .update());
    }

    private List<UUID> tenants(Freed freed) {
        return inEngine(() -> jdbc.sql("""
                        select id from tenancy.tenant
                        where ? = 'PLATFORM' or id = ? or (? = 'RESELLER' and reseller_id = ?) order by id""")
                .param(freed.reach.name())
                .param(freed.target)
                .param(freed.reach.name())
                .param(freed.target)
                .query(UUID.class)
                .list());
    }

    private <T> T inEngine(Supplier<T> action) {
        return Backstage.call(new Scope.Engine(), () -> transaction.execute(_ -> action.get()));
    }

    private final class Loop extends Ticker {

        Loop() {
            super("rousing", Duration.ofSeconds(1), Rousing.this::round);
        }

        @Override
        public boolean idle() {
            return !busy()
                    && inEngine(() -> jdbc.sql("select not exists (select " + DUE + ")")
                            .query(Boolean.class)
                            .single());
        }
    }
}
