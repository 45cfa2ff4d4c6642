package com.duemate.platform.reminders.safety;

import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.reminders.safety.EngineRoom.Health;
import com.duemate.platform.reminders.safety.EngineRoom.Shard;
import com.duemate.platform.reminders.safety.EngineRoom.Standing;
import com.duemate.platform.reminders.safety.EngineRoom.Worker;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the staff's login may read of the engine. */
@Repository
class HealthReading {

    private final JdbcClient jdbc;

    HealthReading(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Health health(Instant now) {
        var workers = jdbc.sql("""
                        select id, (extract(epoch from leased_until - clock_timestamp()) * 1000)::bigint as left_millis
                        from reminders.worker order by id""")
                .query((row, _) -> new Worker(row.getObject("id", UUID.class), millis(row.getLong("left_millis"))))
                .list();
        var shards = jdbc.sql("""
                        select s.shard, s.epoch, case when s.leased_until > clock_timestamp() then s.worker end as owner,
                               greatest(0, extract(epoch from s.leased_until - clock_timestamp()) * 1000)::bigint as left_millis,
                               coalesce(h.backlog, 0) as backlog, h.oldest_due,
                               (extract(epoch from clock_timestamp() - h.measured_at) * 1000)::bigint as seen_millis
                        from reminders.shard s left join reminders.shard_health h on h.shard = s.shard order by s.shard""").query((row, _) -> shard(row, now)).list();
        return new Health(workers, shards);
    }

    private static Shard shard(ResultSet row, Instant now) throws SQLException {
        var oldest = row.getObject("oldest_due", OffsetDateTime.class);
        var late = oldest == null ? Duration.ZERO : Duration.between(oldest.toInstant(), now);
        var seen = row.getObject("seen_millis", Long.class);
        return new Shard(
                row.getInt("shard"),
                row.getObject("owner", UUID.class),
                row.getLong("epoch"),
                millis(row.getLong("left_millis")),
                row.getLong("backlog"),
                late.isNegative() ? Duration.ZERO : late,
                seen == null ? null : millis(seen));
    }

    List<Standing> standing() {
        return jdbc.sql("""
                        select id, reach, target, cause, placed_by, staff, note, measure, counted, usual, placed_at
                        from reminders.stop where released_at is null
                        order by reach <> 'PLATFORM', reach <> 'RESELLER', placed_at desc, id limit 200""")
                .query((row, _) -> new Standing(
                        row.getObject("id", UUID.class),
                        Reach.valueOf(row.getString("reach")),
                        target(row.getObject("target", UUID.class)),
                        Cause.valueOf(row.getString("cause")),
                        Placer.valueOf(row.getString("placed_by")),
                        row.getString("staff"),
                        row.getString("note"),
                        trip(row),
                        row.getObject("placed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static @Nullable TenantId target(@Nullable UUID id) {
        return id == null ? null : new TenantId(id);
    }

    private static Stopped.@Nullable Trip trip(ResultSet row) throws SQLException {
        var measure = row.getString("measure");
        return measure == null
                ? null
                : new Stopped.Trip(Measure.valueOf(measure), row.getLong("counted"), row.getLong("usual"));
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }
}
