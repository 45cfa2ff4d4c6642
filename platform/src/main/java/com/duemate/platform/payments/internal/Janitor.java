package com.duemate.platform.payments.internal;

import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.messaging.Ticker;
import com.duemate.platform.scope.Backstage;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.scope.ServerRole;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks providers again about whatever stayed pending, so that lost notices are found by us. */
@Component
@OnRole(ServerRole.WORKER)
class Janitor {

    private static final Logger LOG = LoggerFactory.getLogger(Janitor.class);
    private static final int BATCH = 20;

    private static final String CLAIM = """
            update payments.pending p set leased_until = clock_timestamp() + interval '60 seconds'
            from (select tenant_id, payment_id from payments.pending
                  where ask_at <= ? and leased_until < clock_timestamp()
                  order by ask_at limit ? for update skip locked) c
            where p.tenant_id = c.tenant_id and p.payment_id = c.payment_id
            returning p.tenant_id, p.payment_id""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final PendingPayments pending;
    private final BusinessClock clock;

    Janitor(JdbcClient jdbc, PlatformTransactionManager transactions, PendingPayments pending, BusinessClock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.pending = pending;
        this.clock = clock;
    }

    @Bean
    Ticker paymentsJanitorTicker() {
        return new Loop();
    }

    private boolean round() {
        var claimed = inEngine(() -> jdbc.sql(CLAIM)
                .params(now(), BATCH)
                .query((row, _) -> new Claimed(
                        new TenantId(row.getObject("tenant_id", UUID.class)), row.getObject("payment_id", UUID.class)))
                .list());
        for (var each : claimed) {
            try {
                Backstage.run(new Scope.Tenant(each.tenant), () -> pending.ask(each.payment));
            } catch (RuntimeException e) {
                LOG.warn("payment {} could not be asked for; its lease will run out", each.payment, e);
            }
        }
        return claimed.size() == BATCH;
    }

    private boolean nothingDue() {
        return inEngine(() -> jdbc.sql("""
                        select not exists (select from payments.pending
                                           where ask_at <= ? and leased_until < clock_timestamp())""").param(now()).query(Boolean.class).single());
    }

    private OffsetDateTime now() {
        return clock.now().atOffset(ZoneOffset.UTC);
    }

    private <T> T inEngine(Supplier<T> action) {
        return Backstage.call(new Scope.Engine(), () -> transaction.execute(_ -> action.get()));
    }

    private record Claimed(TenantId tenant, UUID payment) {}

    private final class Loop extends Ticker {

        Loop() {
            super("payments-janitor", Duration.ofSeconds(5), Janitor.this::round);
        }

        @Override
        public boolean idle() {
            return !busy() && nothingDue();
        }
    }
}
