package com.duemate.bench;

import static com.duemate.bench.Database.execute;
import static com.duemate.bench.Database.number;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * When steps are decided that fall due one after the other: at half of what the engine can do where each is another tenant's, which is
 * what it can do least of, and while a tenant with a twentieth of all rows has all of them due at once.
 */
final class Punctuality {

    private static final int ROUNDS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Goals: the 99th percentile of lateness at half load, and what a small tenant waits for a large one. */
    private static final double MOST_LATE = 1;

    private static final double MOST_DELAYED = 60;

    private final OurEngine engine;
    private final int seconds;
    private int cycle = 1;

    Punctuality(OurEngine engine, boolean quick) {
        this.engine = engine;
        this.seconds = quick ? 5 : 20;
    }

    void run() throws SQLException, InterruptedException {
        measure("due-engine-lateness", this::atHalfLoad);
        measure("due-engine-fairness", this::besideALargeOne);
    }

    /** Lateness in seconds, of those it is about. */
    private record Seen(double p50, double p99, double worst) {}

    @FunctionalInterface
    private interface Scene {

        /** @return the goal, divided by what was seen */
        double play(Connection admin, List<String> wrong) throws SQLException, InterruptedException;
    }

    private void measure(String name, Scene scene) throws SQLException, InterruptedException {
        var ratios = new ArrayList<Double>();
        var wrong = new ArrayList<String>();
        for (int round = 0; round < ROUNDS; round++) {
            cycle++;
            try (var admin = engine.admin()) {
                ratios.add(scene.play(admin, wrong));
            }
        }
        Duel.report(name, ratios, wrong);
    }

    private double atHalfLoad(Connection admin, List<String> wrong) throws SQLException, InterruptedException {
        execute(admin, "drop table if exists tenant");
        execute(admin, """
                create temp table tenant as select row_number() over () as n, tenant_id, customer_id from (
                    select distinct on (tenant_id) tenant_id, customer_id from reminders.scheduled_step where cycle = 1) t""");
        long tenants = number(admin, "select count(*) from tenant");
        oneEach(admin, tenants, tenants, 0);
        double rate = tenants / play(admin, tenants, "true", wrong).worst;
        cycle++;
        long steps = Math.round(rate / 2 * seconds);
        oneEach(admin, tenants, steps, seconds);
        var seen = play(admin, steps, "true", wrong);
        System.out.printf(
                Locale.ROOT,
                "  %,d tenants with one step each: %,.0f a second; at half of that half of %,d are decided within %.2f s, 99 %% within %.2f s, all"
                        + " within %.2f s%n",
                tenants,
                rate,
                steps,
                seen.p50,
                seen.p99,
                seen.worst);
        return MOST_LATE / seen.p99;
    }

    private void oneEach(Connection admin, long tenants, long steps, int seconds) throws SQLException {
        add(admin, """
                select tenant_id, uuidv7(), %d, 1, customer_id, clock_timestamp() + %s + interval '1 s' * %d * random()
                from tenant join generate_series(0, %d) i on n = 1 + i %% %d""".formatted(cycle, lead(steps), seconds, steps - 1, tenants));
    }

    private double besideALargeOne(Connection admin, List<String> wrong) throws SQLException, InterruptedException {
        long steps = number(admin, "select count(*) from reminders.scheduled_step") / 20;
        execute(admin, "drop table if exists size");
        execute(admin, """
                create temp table size as select tenant_id, count(*) as steps, (array_agg(customer_id))[1:100] as customers
                from reminders.scheduled_step where cycle = 1 group by 1""");
        add(admin, """
                (select tenant_id, uuidv7(), %1$d, 1, customers[1 + n %% cardinality(customers)], clock_timestamp() + %2$s
                 from (select * from size order by steps desc limit 1) large, generate_series(1, %3$d) n)
                union all
                (select tenant_id, uuidv7(), %1$d, 2, customers[1], clock_timestamp() + %2$s + interval '1 s' * (0.3 + random())
                 from (select * from size order by steps limit 50) small)""".formatted(cycle, lead(steps), steps));
        var seen = play(admin, steps + 50, "position = 2", wrong);
        System.out.printf(
                Locale.ROOT,
                "  beside %,d steps of one tenant: half of 50 small tenants' steps decided within %.2f s, all within %.2f s%n",
                steps,
                seen.p50,
                seen.worst);
        return MOST_DELAYED / seen.worst;
    }

    /** After so long what is being added is there, and the first of it falls due. */
    private static String lead(long steps) {
        return "interval '%d s'".formatted(3 + steps / 20_000);
    }

    private static void add(Connection admin, String rows) throws SQLException {
        execute(
                admin,
                "insert into reminders.scheduled_step (tenant_id, invoice_id, cycle, position, customer_id, due_at) "
                        + rows);
    }

    /** @param whose condition on the steps whose lateness counts */
    private Seen play(Connection admin, long steps, String whose, List<String> wrong)
            throws SQLException, InterruptedException {
        execute(admin, "drop table if exists planned");
        execute(
                admin,
                "create temp table planned as select invoice_id, position, due_at from reminders.scheduled_step where cycle = "
                        + cycle);
        execute(admin, "analyze planned");
        if (number(admin, "select count(*) from planned where due_at < clock_timestamp()") > 0) {
            wrong.add("some were due before the engine started");
        }
        engine.start();
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (number(
                                admin,
                                "select count(*) from reminders.scheduled_step where due_at < now() + interval '1 h' and cycle = "
                                        + cycle)
                        > 0
                && System.nanoTime() < deadline) {
            Thread.sleep(500);
        }
        engine.stop();
        try (var statement = admin.createStatement();
                var row = statement.executeQuery("""
                        select count(*) = %d and count(*) = count(distinct (d.invoice_id, d.position)) and min(d.recorded_at - p.due_at) >= '0',
                               percentile_cont(0.5) within group (order by extract(epoch from d.recorded_at - p.due_at)) filter (where %s),
                               percentile_cont(0.99) within group (order by extract(epoch from d.recorded_at - p.due_at)) filter (where %s),
                               max(extract(epoch from d.recorded_at - p.due_at)) filter (where %s)
                        from planned p join reminders.decision d on d.invoice_id = p.invoice_id and d.position = p.position
                         and d.cycle = %d""".formatted(steps, of(whose), of(whose), of(whose), cycle))) {
            row.next();
            if (!row.getBoolean(1)) {
                wrong.add(
                        "lost, twice or early: not each of %,d steps was decided once after its time".formatted(steps));
            }
            return new Seen(row.getDouble(2), row.getDouble(3), row.getDouble(4));
        }
    }

    private static String of(String whose) {
        return whose.replace("position", "p.position");
    }
}
