package com.duemate.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The due engine beside db-scheduler and JobRunr. */
final class DueEngineBench {

    private static final String STEPS =
            "select invoice_id || '/' || cycle || '/' || position, due_at from reminders.scheduled_step";
    private static final int THREADS = 20;
    private static final String ONLY = "duemate.bench.only";

    /** Many small turns, since what runs once a turn is compiled last. */
    private static final Seed WARM_UP = new Seed(2_000, 100_000, 20_000);

    private static final int WARM_UPS = 10;

    private final boolean quick;

    /** What is measured. */
    private final Seed big;

    /** What its rate is measured against as the table grows: as many due of those stored, and of each tenant. */
    private final Seed small;

    private DueEngineBench(boolean quick) {
        this.quick = quick;
        big = quick ? new Seed(1_600, 800_000, 160_000) : new Seed(10_000, 10_000_000, 1_000_000);
        small = quick ? new Seed(200, 100_000, 20_000) : new Seed(100, 100_000, 10_000);
    }

    static void run(boolean quick) throws Exception {
        System.out.println(
                "db-scheduler 16.12.0: lock-and-fetch 1.0-4.0, " + THREADS + " threads, polling every 200 ms."
                        + " JobRunr 8.7.0: 16 workers, polling every 5 s, timed from its first job on.");
        new DueEngineBench(quick).run();
    }

    private void run() throws Exception {
        try (var database = new Database()) {
            if (Stream.of("claim", "growth", "jobrunr", "lateness").anyMatch(DueEngineBench::wants)) {
                claimAndRecord(database);
            }
            if (wants("whole")) {
                new WholePath(database, quick).run();
            }
        }
    }

    /** {@code -Dduemate.bench.only=claim,whole} leaves out the others. */
    private static boolean wants(String part) {
        return System.getProperty(ONLY, "").isEmpty() || asksFor(part);
    }

    private static boolean asksFor(String part) {
        return List.of(System.getProperty(ONLY, "").split(",")).contains(part);
    }

    private void claimAndRecord(Database database) throws Exception {
        database.add("small");
        try (var ours = new OurEngine(database, "duemate");
                var lesser = new OurEngine(database, "small")) {
            System.out.printf(
                    "%,d tenants, %,d steps stored, %,d of them due%n", big.tenants(), big.stored(), big.due());
            warmUp(lesser);
            var rivals = rivals(database, ours, lesser);
            if (!rivals.isEmpty()) {
                Duel.fight(quick ? 2 : 4, () -> ours.runAll(big, 1), rivals);
            }
            if (quick ? asksFor("lateness") : wants("lateness")) {
                ours.plant(big);
                ours.drain();
                new Punctuality(ours, quick).run();
            }
        }
    }

    /** Each of them beside the same runs of ours. */
    private List<Duel.Rival> rivals(Database database, OurEngine ours, OurEngine lesser) throws Exception {
        var rivals = new ArrayList<Duel.Rival>();
        if (wants("claim")) {
            ours.plant(big);
            var scheduler = new DbScheduler(database, "duemate", THREADS);
            scheduler.seed(STEPS);
            int some = quick ? 6_000 : 40_000;
            scheduler.run(some, _ -> {});
            scheduler.run(some, _ -> {});
            rivals.add(new Duel.Rival("due-engine-claim", () -> scheduler.run(some, _ -> {})));
        }
        if (wants("growth")) {
            rivals.add(new Duel.Rival("due-engine-growth", () -> lesser.runAll(small, quick ? 4 : 20)));
        }
        if (wants("jobrunr")) {
            var jobs = new JobRunrRival(database, "small");
            jobs.seed(quick ? 20_000 : 200_000, quick ? 8_000 : 60_000);
            rivals.add(new Duel.Rival("due-engine-jobrunr", () -> jobs.run(quick ? 2_000 : 10_000)));
        }
        return rivals;
    }

    private void warmUp(OurEngine lesser) throws SQLException {
        for (int i = 0; i < (quick ? WARM_UPS / 2 : WARM_UPS); i++) {
            lesser.plant(WARM_UP);
            var run = lesser.run(WARM_UP.due());
            System.out.printf("  warm-up %d: %,.0f/s%n", i + 1, run.rate());
        }
    }
}
