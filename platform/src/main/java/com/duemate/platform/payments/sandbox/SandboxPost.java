package com.duemate.platform.payments.sandbox;

import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.messaging.Ticker;
import com.duemate.platform.payments.spi.ProviderAccounts;
import com.duemate.platform.scope.Backstage;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.scope.ServerRole;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Delivers the sandbox's notices: signs and posts what is due, again and again until somebody takes it. */
@Component
@OnSandbox
@OnRole(ServerRole.WORKER)
class SandboxPost {

    private static final int BATCH = 20;

    private static final String CLAIM = """
            update payments.sandbox_delivery d set ready_at = clock_timestamp() + interval '30 seconds', attempts = d.attempts + 1
            from (select tenant_id, id from payments.sandbox_delivery
                  where status = 'WAITING' and due_at <= ? and ready_at <= clock_timestamp()
                  order by due_at limit ? for update skip locked) c
            where d.tenant_id = c.tenant_id and d.id = c.id
            returning d.tenant_id, d.id""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final SandboxDeliveries deliveries;
    private final SandboxMail mail;
    private final ProviderAccounts accounts;
    private final BusinessClock clock;

    SandboxPost(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            SandboxDeliveries deliveries,
            SandboxMail mail,
            ProviderAccounts accounts,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.deliveries = deliveries;
        this.mail = mail;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Bean
    Ticker sandboxPostTicker() {
        return new Loop();
    }

    private boolean round() {
        var claimed = inEngine(() -> jdbc.sql(CLAIM)
                .params(now(), BATCH)
                .query((row, _) -> new Claimed(
                        new TenantId(row.getObject("tenant_id", UUID.class)), row.getObject("id", UUID.class)))
                .list());
        claimed.forEach(each -> Backstage.run(new Scope.Tenant(each.tenant), () -> deliver(each.id)));
        return claimed.size() == BATCH;
    }

    private void deliver(UUID id) {
        deliveries.find(id).ifPresent(notice -> {
            if (mail.post(accounts.of(SandboxProvider.NAME), notice)) {
                deliveries.delivered(id);
            } else {
                deliveries.failed(id);
            }
        });
    }

    private boolean nothingDue() {
        return inEngine(() -> jdbc.sql("""
                        select not exists (select from payments.sandbox_delivery
                            where status = 'WAITING' and due_at <= ? and ready_at <= clock_timestamp())""").param(now()).query(Boolean.class).single());
    }

    private OffsetDateTime now() {
        return clock.now().atOffset(ZoneOffset.UTC);
    }

    private <T> T inEngine(Supplier<T> action) {
        return Backstage.call(new Scope.Engine(), () -> transaction.execute(_ -> action.get()));
    }

    private record Claimed(TenantId tenant, UUID id) {}

    private final class Loop extends Ticker {

        Loop() {
            super("sandbox-post", Duration.ofMillis(400), SandboxPost.this::round);
        }

        @Override
        public boolean idle() {
            return !busy() && nothingDue();
        }
    }
}
