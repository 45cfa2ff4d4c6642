package com.duemate.platform.reminders.internal;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.messaging.Ticker;
import com.duemate.platform.notifications.MessageId;
import com.duemate.platform.reminders.Fact;
import com.duemate.platform.reminders.Reason;
import com.duemate.platform.reminders.StepChannel;
import com.duemate.platform.reminders.StepKey;
import com.duemate.platform.reminders.Tone;
import com.duemate.platform.reminders.safety.Brakes;
import com.duemate.platform.reminders.shards.Shards;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
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
        var due = new Told(jdbc);
        clock = context.getBean(BusinessClock.class);
        engine = new DueEngine(
                jdbc,
                context.getBean(PlatformTransactionManager.class),
                clock,
                new Recording(context, due),
                due,
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

    /** Tells not only whose steps are due, but which. */
    private static final class Told extends DueRows {

        private static final String STATEMENT =
                ENDED + DUE.formatted(", invoice_id, cycle, position, place::text, version::text");

        private final ThreadLocal<List<Step>> steps = ThreadLocal.withInitial(ArrayList::new);
        private final JdbcClient jdbc;

        Told(JdbcClient jdbc) {
            super(jdbc);
            this.jdbc = jdbc;
        }

        @Override
        Due next(Instant from, Instant now, int mostSteps, long fence) {
            var told = steps.get();
            told.clear();
            var rows = new Rows();
            jdbc.sql(STATEMENT)
                    .params(fence, fence, from.atOffset(ZoneOffset.UTC), now.atOffset(ZoneOffset.UTC), mostSteps)
                    .query(row -> {
                        told.add(step(row, rows.add(row)));
                    });
            return rows.due(mostSteps);
        }

        private static Step step(ResultSet row, CustomerId customer) throws SQLException {
            return new Step(
                    customer,
                    new StepKey(
                            new InvoiceId(row.getObject("invoice_id", UUID.class)),
                            row.getInt("cycle"),
                            row.getInt("position")),
                    StepRow.Place.of(row));
        }
    }

    private record Step(CustomerId customer, StepKey key, StepRow.Place place) {}

    private final class Recording extends Turn {

        /** By level: to find verdicts is weighing, which is left out. */
        private static final Map<Integer, Verdict> SENT = new ConcurrentHashMap<>();

        private final StepRows steps;
        private final Told due;

        Recording(ApplicationContext context, Told due) {
            super(
                    context.getBean(Dossiers.class),
                    context.getBean(Carriers.class),
                    context.getBean(StepRows.class),
                    context.getBean(Brakes.class));
            this.steps = context.getBean(StepRows.class);
            this.due = due;
        }

        @Override
        Set<CustomerId> weigh(Set<CustomerId> held, Instant now) {
            var finals = due.steps.get().stream()
                    .filter(step -> held.contains(step.customer))
                    .map(Recording::decided)
                    .toList();
            steps.decide(finals, now);
            recorded.addAndGet(finals.size());
            return held;
        }

        private static StepRows.Final decided(Step step) {
            return new StepRows.Final(
                    step.customer,
                    SENT.computeIfAbsent(step.key.position(), Recording::sent).on(step.key),
                    step.place,
                    new Carrier.Message(new MessageId(Ids.next())));
        }

        private static Verdict sent(int level) {
            return Verdict.of(Reason.STEP_DUE)
                    .with(Fact.LEVEL, level)
                    .with(Fact.TONE, Tone.FRIENDLY)
                    .with(Fact.CHANNEL, StepChannel.EMAIL);
        }
    }
}
