package com.duemate.bench;

import static com.duemate.bench.Database.number;

import com.duemate.bench.Seed.Count;
import com.duemate.platform.messaging.Ticker;
import com.duemate.platform.reminders.internal.RecordingEngine;
import com.duemate.platform.reminders.shards.Shards;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.springframework.context.ConfigurableApplicationContext;

/** A worker over a database, without weighing. */
final class OurEngine implements AutoCloseable {

    private final Database database;
    private final String name;
    private final ConfigurableApplicationContext worker;
    private final RecordingEngine engine;

    OurEngine(Database database, String name) {
        this.database = database;
        this.name = name;
        this.worker = Worker.start(database.worker(name, Map.of()));
        this.engine = new RecordingEngine(worker);
    }

    /** Millions of rows go in without their indexes: nobody is to look for something due meanwhile. */
    void plant(Seed seed) throws SQLException {
        var tickers = worker.getBeansOfType(Ticker.class).values().stream()
                .filter(Ticker::isRunning)
                .toList();
        tickers.forEach(Ticker::stop);
        try (var admin = admin()) {
            seed.plant(admin);
        } finally {
            tickers.forEach(Ticker::start);
        }
        waitForShards();
    }

    private void waitForShards() throws SQLException {
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        try (var admin = admin()) {
            while (number(admin, "select count(*) from reminders.shard where leased_until > clock_timestamp()")
                    < Shards.ALL) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("the worker did not get its shards back");
                }
                LockSupport.parkNanos(10_000_000);
            }
        }
    }

    Connection admin() throws SQLException {
        return database.superuser(name);
    }

    Duel.Run run(long wanted) throws SQLException {
        clock().set(Instant.now());
        try (var admin = admin()) {
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

    /**
     * Everything that is due, from the first turn of a tenant to the last of the largest.
     *
     * @param times how often all is planted anew and decided; the rate is that of all together
     */
    Duel.Run runAll(Seed seed, int times) throws SQLException {
        double seconds = 0;
        var wrong = new ArrayList<String>();
        for (int i = 0; i < times; i++) {
            plant(seed);
            var run = run(seed.due());
            seconds += seed.due() / run.rate();
            wrong.addAll(run.wrong());
        }
        try (var admin = admin()) {
            seed.clear(admin);
        }
        return new Duel.Run(times * seed.due() / seconds, wrong);
    }

    /** All that is due is done in the end. */
    void drain() throws SQLException {
        clock().set(Instant.now());
        engine.run(Long.MAX_VALUE);
        try (var admin = admin()) {
            var left = Count.of(admin);
            Duel.check(left.due() == 0, left.due() + " due steps were never decided");
            System.out.printf("  all that was due is decided: %,d decisions%n", left.decided());
        }
    }

    /** From now on it works by itself, by the machine's time. */
    void start() {
        clock().run();
        engine.start();
    }

    void stop() {
        engine.stop();
    }

    private Worker.Clock clock() {
        return worker.getBean(Worker.Clock.class);
    }

    @Override
    public void close() {
        worker.close();
    }
}
