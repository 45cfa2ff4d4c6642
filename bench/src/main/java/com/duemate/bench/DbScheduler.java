package com.duemate.bench;

import static com.duemate.bench.Database.execute;
import static com.duemate.bench.Database.number;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** db-scheduler, by lock-and-fetch with what its documentation sets for high throughput, in its own table of the same PostgreSQL. */
final class DbScheduler {

    /** By its documentation's own table; the index for priorities is left out, since none are used. */
    private static final String TABLE = """
            create table scheduled_tasks (
                task_name text not null, task_instance text not null, task_data bytea, execution_time timestamptz,
                picked boolean not null, picked_by text, last_success timestamptz, last_failure timestamptz,
                consecutive_failures int, last_heartbeat timestamptz, version bigint not null, priority smallint, state text)""";

    private static final String KEYS = """
            alter table scheduled_tasks add primary key (task_name, task_instance);
            create index execution_time_idx on scheduled_tasks (execution_time);
            create index last_heartbeat_idx on scheduled_tasks (last_heartbeat)""";

    private final Database database;
    private final String name;
    private final int threads;

    DbScheduler(Database database, String name, int threads) {
        this.database = database;
        this.name = name;
        this.threads = threads;
    }

    /** @param instances a query of {@code (task_instance, execution_time)} */
    void seed(String instances) throws SQLException {
        try (var admin = database.superuser(name)) {
            execute(admin, "drop table if exists scheduled_tasks");
            execute(admin, TABLE);
            execute(
                    admin,
                    "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version) "
                            + "select 'remind', i.*, false, 1 from (" + instances + ") i");
            execute(admin, KEYS);
            execute(admin, "vacuum (analyze) scheduled_tasks");
        }
    }

    /**
     * Handles due instances until this many are done, then stops.
     *
     * @param handler given each instance; the completion deletes its row
     */
    Duel.Run run(int wanted, Consumer<String> handler) throws SQLException, InterruptedException {
        long before = stored();
        Map<String, AtomicInteger> done = new ConcurrentHashMap<>();
        var early = new AtomicInteger();
        var handled = new AtomicLong();
        var enough = new CountDownLatch(1);
        var ended = new AtomicLong();
        var task = Tasks.oneTime("remind").execute((instance, context) -> {
            if (context.getExecution().executionTime.isAfter(Instant.now())) {
                early.incrementAndGet();
            }
            handler.accept(instance.getId());
            done.computeIfAbsent(instance.getId(), _ -> new AtomicInteger()).incrementAndGet();
            if (handled.incrementAndGet() == wanted) {
                ended.set(System.nanoTime());
                enough.countDown();
            }
        });
        try (HikariDataSource pool = database.pool(name, threads + 5)) {
            pool.getConnection().close();
            var scheduler = Scheduler.create(pool, task)
                    .threads(threads)
                    .pollUsingLockAndFetch(1.0, 4.0)
                    .pollingInterval(Duration.ofMillis(200))
                    .build();
            long start = System.nanoTime();
            scheduler.start();
            var inTime = enough.await(10, TimeUnit.MINUTES);
            scheduler.stop();
            var wrong = new ArrayList<String>();
            if (!inTime) {
                wrong.add("db-scheduler did not get through");
            }
            long twice = done.values().stream().filter(times -> times.get() > 1).count();
            long after = stored();
            if (twice > 0 || early.get() > 0 || before - after != handled.get()) {
                wrong.add("db-scheduler: %d twice, %d early, %d handled of %d gone"
                        .formatted(twice, early.get(), handled.get(), before - after));
            }
            return new Duel.Run(wanted / ((ended.get() - start) / 1e9), wrong);
        }
    }

    private long stored() throws SQLException {
        try (var admin = database.superuser(name)) {
            return number(admin, "select count(*) from scheduled_tasks");
        }
    }
}
