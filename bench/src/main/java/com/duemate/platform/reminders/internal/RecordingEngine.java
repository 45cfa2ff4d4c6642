package com.duemate.platform.reminders.internal;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.messaging.Ticker;
import com.duemate.platform.notifications.MessageId;
import com.duemate.platform.notifications.Messages;
import com.duemate.platform.reminders.Fact;
import com.duemate.platform.reminders.Reason;
import com.duemate.platform.reminders.StepChannel;
import com.duemate.platform.reminders.StepKey;
import com.duemate.platform.reminders.Tone;
import com.duemate.platform.reminders.safety.Brakes;
import com.duemate.platform.reminders.shards.Shards;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The due engine with its claims, turns, locks, fences and records, but without weighing: every due step of a customer is decided
 * as if its message had gone out. Takes the place of the server's own engine.
 */
public final class RecordingEngine {

    private final DueEngine engine;
    private final Ticker ticker;
    private final BusinessClock clock;
    private final AtomicLong recorded = new AtomicLong();

    public RecordingEngine(ApplicationContext context) {
        context.getBean("remindersTicker", Ticker.class).stop();
        var jdbc = context.getBean(JdbcClient.class);
        var steps = context.getBean(StepRows.class);
        clock = context.getBean(BusinessClock.class);
        engine = new DueEngine(
                jdbc,
                context.getBean(PlatformTransactionManager.class),
                clock,
                new Recording(context, jdbc, steps),
                steps,
                context.getBean(Shards.class),
                context.getBean(Lateness.class));
        ticker = engine.remindersTicker();
    }

    /** Until this many steps are decided, or none is due any more. @return how many were */
    public long run(long wanted) {
        recorded.set(0);
        while (recorded.get() < wanted && (engine.round() || !engine.nothingDue(clock.now()))) {}
        return recorded.get();
    }

    /** From now on it looks for what is due by itself, as the server's does. */
    public void start() {
        ticker.start();
    }

    public void stop() {
        ticker.stop();
    }

    private final class Recording extends Turn {

        private final JdbcClient jdbc;
        private final StepRows steps;

        Recording(ApplicationContext context, JdbcClient jdbc, StepRows steps) {
            super(
                    context.getBean(CustomerLocks.class),
                    context.getBean(Dossiers.class),
                    context.getBean(Carriers.class),
                    steps,
                    context.getBean(Brakes.class),
                    context.getBean(Messages.class));
            this.jdbc = jdbc;
            this.steps = steps;
        }

        @Override
        Set<CustomerId> weigh(Set<CustomerId> held, Instant now) {
            var finals = new ArrayList<StepRows.Final>();
            jdbc.sql("""
                            select invoice_id, cycle, position, customer_id, ctid::text as place from reminders.scheduled_step
                            where due_at <= ? and ready_at <= clock_timestamp() order by due_at limit ?""").params(now.atOffset(ZoneOffset.UTC), 200).query(row -> {
                var customer = new CustomerId(row.getObject("customer_id", UUID.class));
                if (held.contains(customer)) {
                    finals.add(decided(
                            customer,
                            new StepKey(
                                    new InvoiceId(row.getObject("invoice_id", UUID.class)),
                                    row.getInt("cycle"),
                                    row.getInt("position")),
                            row.getString("place")));
                }
            });
            steps.decide(finals, now);
            recorded.addAndGet(finals.size());
            return held;
        }

        private static StepRows.Final decided(CustomerId customer, StepKey key, String place) {
            return new StepRows.Final(
                    customer,
                    Verdict.of(Reason.STEP_DUE)
                            .with(Fact.LEVEL, key.position())
                            .with(Fact.TONE, Tone.FRIENDLY)
                            .with(Fact.CHANNEL, StepChannel.EMAIL)
                            .on(key),
                    place,
                    new Carrier.Message(new MessageId(Ids.next())));
        }
    }
}
