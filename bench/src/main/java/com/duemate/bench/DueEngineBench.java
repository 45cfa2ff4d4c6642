package com.duemate.bench;

import com.duemate.bench.Seed.Count;
import com.duemate.platform.reminders.internal.RecordingEngine;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/** The due engine beside db-scheduler and JobRunr. */
final class DueEngineBench {

    private static final String STEPS =
            "select invoice_id || '/' || cycle || '/' || position, due_at from reminders.scheduled_step";
    private static final int THREADS = 20;

    /** Many small turns, since what runs once a turn is compiled last. */
    private static final Seed WARM_UP = new Seed(2_000, 100_000, 20_000);

    private static final int WARM_UPS = 10;

    private final boolean quick;

    private DueEngineBench(boolean quick) {
        this.quick = quick;
    }

    static void run(boolean quick) throws Exception {
        System.out.println(
                "db-scheduler 16.12.0: lock-and-fetch 1.0-4.0, " + THREADS + " threads, polling every 200 ms."
                        + " JobRunr 8.7.0: 16 workers, polling every 5 s, timed from its first job on.");
        new DueEngineBench(quick).run();
    }

    private void run() throws Exception {
        try (var database = new Database()) {
            if (wants("claim") || wants("growth") || wants("jobrunr")) {
                claimAndRecord(database);
            }
            if (wants("whole")) {
                new WholePath(database, quick).run();
            }
        }
    }

    /** {@code -Dduemate.bench.only=claim,whole} leaves out the others. */
    private static boolean wants(String part) {
        var only = System.getProperty("duemate.bench.only", "");
        return only.isEmpty() || List.of(only.split(",")).contains(part);
    }

    private void claimAndRecord(Database database) throws Exception {
        var big = quick ? new Seed(1_600, 800_000, 160_000) : new Seed(10_000, 10_000_000, 1_000_000);
        var small = new Seed(200, 100_000, 20_000);
        database.add("small");
        try (var ours = new Ours(database, "duemate");
                var lesser = new Ours(database, "small")) {
            ours.plant(big);
            System.out.printf(
                    "%,d tenants, %,d steps stored, %,d of them due%n", big.tenants(), big.stored(), big.due());
            // A run goes on to the end of a round, and three lines share what is due.
            long slice = big.due() / 24;
            if (wants("claim")) {
                var scheduler = new DbScheduler(database, "duemate", THREADS);
                scheduler.seed(STEPS);
                int theirs = quick ? 6_000 : 40_000;
                warmUp(lesser);
                scheduler.run(theirs, _ -> {});
                scheduler.run(theirs, _ -> {});
                Duel.fight(
                        "due-engine-claim",
                        quick ? 2 : 4,
                        () -> ours.run(2 * slice),
                        () -> scheduler.run(theirs, _ -> {}));
            }
            if (wants("growth")) {
                Duel.fight("due-engine-growth", 2, () -> ours.run(2 * slice), () -> {
                    lesser.plant(small);
                    return lesser.run(small.due());
                });
            }
            if (wants("jobrunr")) {
                var jobs = new JobRunrRival(database, "small");
                jobs.seed(quick ? 20_000 : 200_000, quick ? 12_000 : 60_000);
                Duel.fight("due-engine-jobrunr", 2, () -> ours.run(slice / 2), () -> jobs.run(quick ? 3_000 : 10_000));
            }
            ours.drain();
        }
    }

    private static void warmUp(Ours lesser) throws SQLException {
        for (int i = 0; i < WARM_UPS; i++) {
            lesser.plant(WARM_UP);
            var run = lesser.run(WARM_UP.due());
            System.out.printf("  warm-up %d: %,.0f/s%n", i + 1, run.rate());
        }
    }

    /** A worker over a database, without weighing. */
    private static final class Ours implements AutoCloseable {

        private final Database database;
        private final String name;
        private final ConfigurableApplicationContext worker;
        private final RecordingEngine engine;

        Ours(Database database, String name) {
            this.database = database;
            this.name = name;
            this.worker = Worker.start(database.worker(name, Map.of()));
            this.engine = new RecordingEngine(worker);
        }

        void plant(Seed seed) throws SQLException {
            try (var admin = database.superuser(name)) {
                seed.plant(admin);
            }
        }

        Duel.Run run(long wanted) throws SQLException {
            worker.getBean(Worker.Clock.class).set(Instant.now());
            try (var admin = database.superuser(name)) {
                var before = Count.of(admin);
                long start = System.nanoTime();
                long decided = engine.run(wanted);
                long nanos = System.nanoTime() - start;
                var wrong = new ArrayList<>(Count.of(admin).since(before, decided));
                if (decided < wanted) {
                    wrong.add("only %d of %d were decided".formatted(decided, wanted));
                }
                return new Duel.Run(decided / (nanos / 1e9), wrong);
            }
        }

        /** All that is due is done in the end. */
        void drain() throws SQLException {
            engine.run(Long.MAX_VALUE);
            try (var admin = database.superuser(name)) {
                var left = Count.of(admin);
                Duel.check(left.due() == 0, left.due() + " due steps were never decided");
                System.out.printf("  all that was due is decided: %,d decisions%n", left.decided());
            }
        }

        @Override
        public void close() {
            worker.close();
        }
    }
}
