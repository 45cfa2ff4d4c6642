package com.duemate.bench;

import static com.duemate.bench.Database.execute;
import static com.duemate.bench.Database.number;

import com.duemate.platform.messaging.Engines;
import com.duemate.platform.reminders.internal.WholeEngine;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * From a due step to the mail that a server has taken: weighing, rendering, the message's row, SMTP, the outcome. The rival runs the
 * same weighing and the same handing over, one customer at a time.
 */
final class WholePath {

    private static final String NAME = "whole";
    private static final Instant NIGHT = Instant.parse("2026-03-03T03:00:00Z");
    private static final Instant MORNING = Instant.parse("2026-03-03T10:00:00Z");

    private final Database database;
    private final int tenants;
    private final int customers;
    private final int rounds;
    private int wave;

    WholePath(Database database, boolean quick) {
        this.database = database;
        this.tenants = quick ? 40 : 300;
        this.customers = quick ? 400 : 3_000;
        this.rounds = quick ? 2 : 4;
    }

    void run() throws Exception {
        database.add(NAME);
        try (var sink = new SmtpSink();
                var worker = Worker.start(database.worker(
                        NAME,
                        Map.of(
                                "duemate.notifications.smtp.host",
                                "127.0.0.1",
                                "duemate.notifications.smtp.port",
                                Integer.toString(sink.port()),
                                "duemate.notifications.smtp.start-tls",
                                "false",
                                "duemate.notifications.smtp.from",
                                "reminders@example.com",
                                "duemate.reminders.safety.circuits",
                                "false")))) {
            plant();
            var engine = new WholeEngine(worker, worker.getBean(Worker.Clock.class)::set);
            var scheduler = new DbScheduler(database, NAME, 20);
            System.out.printf("whole path: %,d customers of %,d tenants a run%n", customers, tenants);
            // Once more than every duel does: what runs once a message is compiled after some thousand of them.
            ours(engine, worker, sink);
            theirs(engine, scheduler, sink);
            Duel.fight(
                    "due-engine-whole",
                    rounds,
                    () -> ours(engine, worker, sink),
                    () -> theirs(engine, scheduler, sink));
        }
    }

    private Duel.Run theirs(WholeEngine engine, DbScheduler scheduler, SmtpSink sink) throws Exception {
        var expected = nextWave(engine);
        scheduler.seed("select tenant_id || '/' || id, now() - interval '1 h' * random() from customers.customer"
                + " where phone = '" + wave + "'");
        engine.setTime(MORNING);
        int before = sink.count();
        var run = scheduler.run(customers, item -> {
            var ids = item.split("/");
            engine.handle(UUID.fromString(ids[0]), UUID.fromString(ids[1]));
        });
        var wrong = new ArrayList<>(run.wrong());
        wrong.addAll(judge(expected, sink, before));
        sweepLane();
        return new Duel.Run(run.rate(), wrong);
    }

    /** Whoever queues a message puts it on its lane too; what the rival has handed over already would be carried in our next run. */
    private void sweepLane() throws SQLException {
        try (var admin = database.superuser(NAME)) {
            execute(admin, "delete from messaging.outbox where lane = 'EMAIL'");
        }
    }

    private Duel.Run ours(WholeEngine engine, ConfigurableApplicationContext worker, SmtpSink sink) throws Exception {
        var expected = nextWave(engine);
        int before = sink.count();
        engine.setTime(MORNING);
        long start = System.nanoTime();
        engine.start();
        var deadline = start + Duration.ofMinutes(5).toNanos();
        while (sink.count() - before < customers && System.nanoTime() < deadline) {
            Thread.sleep(2);
        }
        long nanos = System.nanoTime() - start;
        while (!worker.getBean(Engines.class).quiet() && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        engine.stop();
        return new Duel.Run(customers / (nanos / 1e9), judge(expected, sink, before));
    }

    /** Addresses of customers whose step is due in the morning. */
    private Set<String> nextWave(WholeEngine engine) throws SQLException {
        wave++;
        var addresses = new HashSet<String>();
        try (var admin = database.superuser(NAME);
                var statement = admin.createStatement();
                var rows = statement.executeQuery("""
                        select c.tenant_id, array_agg(i.id), array_agg(c.email) from customers.customer c
                        join invoicing.invoice i on i.tenant_id = c.tenant_id and i.customer_id = c.id
                        where c.phone = '%d' group by c.tenant_id""".formatted(wave))) {
            while (rows.next()) {
                engine.plan(rows.getObject(1, UUID.class), Arrays.asList((UUID[]) array(rows.getArray(2))), NIGHT);
                addresses.addAll(Arrays.asList((String[]) array(rows.getArray(3))));
            }
            execute(admin, "analyze");
        }
        return addresses;
    }

    private static Object array(Array array) throws SQLException {
        return array.getArray();
    }

    private List<String> judge(Set<String> expected, SmtpSink sink, int before) throws SQLException {
        var wrong = new ArrayList<String>();
        var received = sink.received();
        long lost = expected.stream()
                .filter(address -> !received.containsKey(address))
                .count();
        long twice = received.values().stream().filter(times -> times > 1).count();
        int others = received.size() - before - (int) (expected.size() - lost);
        try (var admin = database.superuser(NAME)) {
            long sent = number(admin, "select count(*) from notifications.message where status = 'SENT'");
            long decided = number(admin, "select count(*) from reminders.decision where outcome = 'SENT'");
            if (lost + twice + others > 0 || sent != received.size() || decided != received.size()) {
                wrong.add("whole path: %d lost, %d twice, %d to others; %d mails, %d recorded as sent, %d decided"
                        .formatted(lost, twice, others, received.size(), sent, decided));
            }
        }
        return wrong;
    }

    /** The customers of every wave, one overdue invoice each; which wave stands in the telephone number. */
    private void plant() throws SQLException {
        try (var admin = database.superuser(NAME)) {
            execute(admin, """
                    insert into tenancy.tenant (id, slug, name, status, currency, locale, zone, test_mode, portal_host, created_at)
                    select gen_random_uuid(), 'b' || k, 'Northwind ' || k, 'ACTIVE', 'EUR', 'en', 'Europe/Lisbon', false,
                           'b' || k || '.localhost', now() from generate_series(1, %d) k""".formatted(tenants));
            execute(admin, """
                    insert into customers.customer (tenant_id, id, number, name, email, phone, search, created_at)
                    select t.id, gen_random_uuid(), 'C' || w || '-' || n, 'Customer ' || n, 'c' || w || '-' || n || '@example.com',
                           w::text, 'customer', now()
                    from generate_series(1, %d) w, generate_series(1, %d) n
                    join tenancy.tenant t on t.slug = 'b' || least(%d, floor(power(%d, ((n * 7919) %% 10007) / 10007.0)))""".formatted(2 * (rounds + 2), customers, tenants, tenants));
            execute(admin, """
                    insert into invoicing.invoice (tenant_id, id, customer_id, number, status, currency, total, open, issued_on, due_on,
                                                   search, created_at)
                    select tenant_id, gen_random_uuid(), id, 'I' || number, 'OPEN', 'EUR', 12000, 12000, date '2026-01-24',
                           date '2026-02-23', 'i', now() from customers.customer""");
            execute(admin, "vacuum (analyze)");
        }
    }
}
