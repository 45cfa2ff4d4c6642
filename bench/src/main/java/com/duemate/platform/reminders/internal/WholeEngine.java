package com.duemate.platform.reminders.internal;

import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.messaging.Ticker;
import com.duemate.platform.notifications.internal.OneMessage;
import com.duemate.platform.scope.Backstage;
import com.duemate.platform.scope.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The server's own engine and delivery, and the same work item by item for somebody else's scheduler. */
public final class WholeEngine {

    private final ApplicationContext context;
    private final TransactionTemplate transaction;
    private final OneMessage messages;
    private final BusinessClock clock;
    private final Consumer<Instant> setting;

    /** @param setting sets the business clock */
    public WholeEngine(ApplicationContext context, Consumer<Instant> setting) {
        this.context = context;
        this.transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        this.messages = new OneMessage(context);
        this.clock = context.getBean(BusinessClock.class);
        this.setting = setting;
        stop();
    }

    /** Plans invoices as if they had just been issued at this time. */
    public void plan(UUID tenant, List<UUID> invoices, Instant at) {
        setting.accept(at);
        in(
                tenant,
                () -> transaction.executeWithoutResult(
                        _ -> context.getBean(Planning.class).issued(invoices)));
    }

    /** From now on it is this time, and the server's own engine and delivery are at work. */
    public void start() {
        tickers().forEach(Ticker::start);
    }

    public void stop() {
        tickers().forEach(Ticker::stop);
    }

    public void setTime(Instant now) {
        setting.accept(now);
    }

    /** Weighs one customer and delivers what comes of it. */
    public void handle(UUID tenant, UUID customer) {
        in(tenant, () -> {
            var queued = transaction.execute(_ -> {
                var jdbc = context.getBean(JdbcClient.class);
                boolean free = jdbc.sql("select " + CustomerLocks.HELD + " from (select ?::uuid as customer_id) c")
                        .param(customer)
                        .query(Boolean.class)
                        .single();
                context.getBean(Turn.class).weigh(free ? Set.of(new CustomerId(customer)) : Set.of(), clock.now());
                return jdbc.sql("select id from notifications.message where customer_id = ? and status = 'QUEUED'")
                        .param(customer)
                        .query(UUID.class)
                        .list();
            });
            if (queued != null) {
                queued.forEach(messages::deliver);
            }
        });
    }

    private List<Ticker> tickers() {
        return List.of(
                context.getBean("remindersTicker", Ticker.class),
                context.getBean("emailOutboxTicker", Ticker.class),
                context.getBean("deliveryTicker", Ticker.class));
    }

    private static void in(UUID tenant, Runnable action) {
        Backstage.run(new Scope.Tenant(new TenantId(tenant)), action);
    }
}
