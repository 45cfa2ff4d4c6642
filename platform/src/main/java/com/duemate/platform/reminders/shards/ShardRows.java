package com.duemate.platform.reminders.shards;

import com.duemate.platform.scope.Backstage;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.scope.ServerRole;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The tables of shards and workers. Nothing here waits for another worker's lock: a row that somebody has is left for the next
 * beat.
 */
@Repository
@OnRole(ServerRole.WORKER)
class ShardRows {

    private static final String SIGN_IN = """
            insert into reminders.worker (id, leased_until)
            values (:worker, clock_timestamp() + make_interval(secs => :lease))
            on conflict (id) do update set leased_until = excluded.leased_until""";

    private static final String STRIKE_OFF = """
            delete from reminders.worker where id = any(array(
                select id from reminders.worker where leased_until < clock_timestamp() - interval '1 minute'
                for update skip locked))""";

    private static final String RENEW = """
            update reminders.shard set leased_until = clock_timestamp() + make_interval(secs => :lease)
            where worker = :worker and shard = any(array(
                select shard from reminders.shard where worker = :worker for update skip locked))""";

    private static final String PLACE = """
            select count(*) as live, count(*) filter (where id < :worker) as before,
                   (extract(epoch from clock_timestamp()) * 1000)::bigint as millis
            from reminders.worker where leased_until > clock_timestamp()""";

    private static final String GIVE_BACK = """
            update reminders.shard set worker = null, leased_until = clock_timestamp()
            where worker = :worker and shard = any(array(
                select shard from reminders.shard where worker = :worker order by shard desc limit :most
                for update skip locked))""";

    private static final String TAKE = """
            update reminders.shard
            set worker = :worker, epoch = nextval('reminders.fence'),
                leased_until = clock_timestamp() + make_interval(secs => :lease)
            where shard = any(array(
                select shard from reminders.shard where leased_until < clock_timestamp() - make_interval(secs => :since)
                order by leased_until, shard limit :most for update skip locked))""";

    private static final String OLDEST_DUE = """
            select min(x.due_at) from reminders.shard s cross join lateral (
                select d.due_at from reminders.scheduled_step d where d.shard = s.shard order by d.due_at limit 1) x
            where s.worker = ?""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ShardRows(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Renews what the worker owns, and brings it to its share of all shards: gives back what is more, takes what is free.
     *
     * @param heard until when workers live by hearsay, in milliseconds of the database's clock; for the length of a lease, free
     *     shards are left to those of them that are not in the table
     */
    Beat beat(UUID worker, Duration lease, List<Long> heard) {
        return inEngine(() -> {
            sql(SIGN_IN, worker, lease).update();
            jdbc.sql(STRIKE_OFF).update();
            int held = sql(RENEW, worker, lease).update();
            var place = jdbc.sql(PLACE)
                    .param("worker", worker)
                    .query((row, _) -> new Place(row.getInt("live"), row.getInt("before"), row.getLong("millis")))
                    .single();
            int given = giveBack(worker, held - place.share());
            int taken = take(worker, lease, lease, place.share() - held);
            taken += take(worker, lease, Duration.ZERO, place.shareAmong(heard) - held - taken);
            return new Beat(held - given + taken, taken, given, place.millis);
        });
    }

    /** Gives everything back at once. */
    void leave(UUID worker) {
        inEngine(() -> {
            giveBack(worker, Shards.ALL);
            return jdbc.sql("delete from reminders.worker where id = ?")
                    .param(worker)
                    .update();
        });
    }

    /** When what waits longest in the worker's shards was due, or will be; business time. */
    Optional<Instant> oldestDue(UUID worker) {
        return inEngine(() -> jdbc.sql(OLDEST_DUE)
                .param(worker)
                .query((row, _) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single());
    }

    private int giveBack(UUID worker, int most) {
        return most <= 0
                ? 0
                : jdbc.sql(GIVE_BACK)
                        .param("worker", worker)
                        .param("most", most)
                        .update();
    }

    private int take(UUID worker, Duration lease, Duration freeSince, int most) {
        return most <= 0
                ? 0
                : sql(TAKE, worker, lease)
                        .param("since", seconds(freeSince))
                        .param("most", most)
                        .update();
    }

    private JdbcClient.StatementSpec sql(String statement, UUID worker, Duration lease) {
        return jdbc.sql(statement).param("worker", worker).param("lease", seconds(lease));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private <T> T inEngine(Supplier<T> action) {
        return Backstage.call(new Scope.Engine(), () -> transaction.execute(_ -> action.get()));
    }

    /** @param millis the database's clock */
    record Beat(int owned, int taken, int given, long millis) {}

    /** @param before how many of the live workers come before this one, so that all agree on who has one shard more */
    private record Place(int live, int before, long millis) {

        int share() {
            return Shards.ALL / live + (before < Shards.ALL % live ? 1 : 0);
        }

        int shareAmong(List<Long> heard) {
            int others = (int) heard.stream().filter(until -> until > millis).count();
            return others <= live ? share() : Math.min(share(), Math.ceilDiv(Shards.ALL, others));
        }
    }
}
