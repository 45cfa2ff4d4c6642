package com.duemate.bench;

import static com.duemate.bench.Database.execute;
import static com.duemate.bench.Database.number;
import static com.duemate.bench.Database.text;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jobrunr.configuration.JobRunr;
import org.jobrunr.jobs.mappers.JobMapper;
import org.jobrunr.scheduling.JobScheduler;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.storage.sql.postgres.PostgresStorageProvider;
import org.jobrunr.utils.mapper.jackson3.Jackson3JsonMapper;

/** JobRunr's free core (LGPL), in its own tables of the same PostgreSQL: scheduled jobs, from their time to done. */
public final class JobRunrRival {

    private static final Map<String, AtomicInteger> DONE = new ConcurrentHashMap<>();
    private static final AtomicLong HANDLED = new AtomicLong();
    private static final AtomicLong STARTED = new AtomicLong();
    private static volatile CountDownLatch enough = new CountDownLatch(1);
    private static volatile long wanted;
    private static volatile long ended;

    private final Database database;
    private final String name;

    JobRunrRival(Database database, String name) {
        this.database = database;
        this.name = name;
    }

    /** What each job runs. */
    public static void handle(String item) {
        STARTED.compareAndSet(0, System.nanoTime());
        DONE.computeIfAbsent(item, _ -> new AtomicInteger()).incrementAndGet();
        if (HANDLED.incrementAndGet() == wanted) {
            ended = System.nanoTime();
            enough.countDown();
        }
    }

    /** One job by its own scheduler, then copies of its row, of which some are due. */
    void seed(int stored, int due) throws SQLException {
        try (var pool = database.pool(name, 4);
                var admin = database.superuser(name)) {
            var storage = storage(pool);
            var id = UUID.randomUUID();
            new JobScheduler(storage).schedule(id, Instant.now().plus(Duration.ofDays(30)), () -> handle("THE-ITEM"));
            execute(admin, """
                    insert into jobrunr_jobs
                    select (jsonb_populate_record(j, jsonb_build_object('id', n.id, 'jobasjson',
                                replace(replace(regexp_replace(j.jobasjson, '"scheduledAt":"[^"]*"', '"scheduledAt":"'
                                        || to_char(n.at, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || '"'),
                                    j.id::text, n.id), 'THE-ITEM', n.i::text),
                                'scheduledat', n.at))).*
                    from jobrunr_jobs j,
                         (select i, gen_random_uuid()::text as id,
                                 case when i <= %d then now() at time zone 'UTC' - interval '1 h' * random()
                                      else now() at time zone 'UTC' + interval '1 day' * (1 + random() * 60) end as at
                          from generate_series(1, %d) i) n""".formatted(due, stored));
            execute(admin, "delete from jobrunr_jobs where jobasjson like '%THE-ITEM%'");
            execute(admin, "vacuum (analyze) jobrunr_jobs");
            System.out.println("  JobRunr has " + text(admin, "select count(*) from jobrunr_jobs") + " jobs stored");
        }
    }

    Duel.Run run(int items) throws SQLException, InterruptedException {
        DONE.clear();
        HANDLED.set(0);
        STARTED.set(0);
        enough = new CountDownLatch(1);
        wanted = items;
        try (var pool = database.pool(name, 24)) {
            var storage = storage(pool);
            long future = future();
            var settings = BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration()
                    .andPollInterval(Duration.ofSeconds(5))
                    .andWorkerCount(16)
                    .andScheduledJobsRequestSize(10_000);
            JobRunr.configure()
                    .useJsonMapper(new Jackson3JsonMapper())
                    .useStorageProvider(storage)
                    .useBackgroundJobServer(settings)
                    .initialize();
            var inTime = enough.await(2, TimeUnit.MINUTES);
            JobRunr.getBackgroundJobServer().stop();
            JobRunr.destroy();
            var wrong = new ArrayList<String>();
            long twice = DONE.values().stream().filter(times -> times.get() > 1).count();
            if (!inTime || twice > 0 || future() != future) {
                wrong.add("JobRunr: %d handled, %d twice, %d of %d still to come"
                        .formatted(HANDLED.get(), twice, future(), future));
            }
            return new Duel.Run(wanted / ((ended - STARTED.get()) / 1e9), wrong);
        }
    }

    private long future() throws SQLException {
        try (var admin = database.superuser(name)) {
            return number(
                    admin,
                    "select count(*) from jobrunr_jobs where state = 'SCHEDULED' and scheduledat > now() at time zone 'UTC' + interval '1 h'");
        }
    }

    private static PostgresStorageProvider storage(HikariDataSource pool) {
        var storage = new PostgresStorageProvider(pool);
        storage.setJobMapper(new JobMapper(new Jackson3JsonMapper()));
        return storage;
    }
}
