package com.duemate.platform.reminders.safety;

import com.duemate.platform.kernel.Ids;
import com.duemate.platform.scope.Scopes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stops as a tenant sees and places them. The lineage is asked with the same statement: who is a restored backup sends nothing. */
@Repository
class StopRows {

    private static final String LOOK = """
            select l.era, l.system <> c.system_identifier or l.timeline <> reminders.timeline() as moved,
                   reminders.written() as written, s.*
            from reminders.lineage l cross join pg_control_system() c left join lateral (
                select id, reach, cause, placed_by, person, words, measure, counted, usual, placed_at
                from reminders.stop where released_at is null
                order by cause <> 'RESTORED', reach = 'TENANT', reach = 'RESELLER', cause <> 'PERSON', placed_by <> 'STAFF' limit 1) s
                on true""";

    private final JdbcClient jdbc;
    private final Watermark watermark;

    StopRows(JdbcClient jdbc, Watermark watermark) {
        this.jdbc = jdbc;
        this.watermark = watermark;
    }

    /** In the tenant's scope. @param now when what is not written down yet counts as noticed */
    Optional<Stopped> standing(Instant now) {
        var known = watermark.known();
        return jdbc.sql(LOOK)
                .query((row, _) -> {
                    var mark = new Watermark.Mark(row.getInt("era"), row.getLong("written"));
                    if (row.getBoolean("moved") || watermark.isBehind(known, mark)) {
                        return Optional.of(new Stopped(
                                null, Reach.PLATFORM, Cause.RESTORED, Placer.ENGINE, null, null, null, now));
                    }
                    return row.getString("cause") == null ? Optional.<Stopped>empty() : Optional.of(stopped(row));
                })
                .single();
    }

    private static Stopped stopped(ResultSet row) throws SQLException {
        var reach = Reach.valueOf(row.getString("reach"));
        var measure = row.getString("measure");
        return new Stopped(
                row.getObject("id", UUID.class),
                reach,
                Cause.valueOf(row.getString("cause")),
                Placer.valueOf(row.getString("placed_by")),
                row.getString("person"),
                row.getString("words"),
                reach != Reach.TENANT || measure == null
                        ? null
                        : new Stopped.Trip(Measure.valueOf(measure), row.getLong("counted"), row.getLong("usual")),
                row.getObject("placed_at", OffsetDateTime.class).toInstant());
    }

    /** @return empty when the tenant's people had stopped it before */
    Optional<UUID> place(String person, String words, Instant now) {
        return jdbc.sql("""
                        insert into reminders.stop (id, reach, target, cause, placed_by, person, words, placed_at)
                        values (?, 'TENANT', ?, 'PERSON', 'TENANT', ?, ?, ?) on conflict do nothing returning id""")
                .params(Ids.next(), Scopes.tenant().value(), person, words, now.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional();
    }

    /** @return empty when the tenant's circuit was open before */
    Optional<UUID> trip(Stopped.Trip trip, Instant now) {
        return jdbc.sql("""
                        insert into reminders.stop (id, reach, target, cause, placed_by, measure, counted, usual, placed_at)
                        values (?, 'TENANT', ?, 'CIRCUIT', 'ENGINE', ?, ?, ?, ?) on conflict do nothing returning id""")
                .params(
                        Ids.next(),
                        Scopes.tenant().value(),
                        trip.measure().name(),
                        trip.counted(),
                        trip.usual(),
                        now.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional();
    }

    /** @param cause null for all that the tenant's own people may release; @return how many ended */
    int release(@Nullable Cause cause, String person, Instant now) {
        int ended = jdbc.sql("""
                        update reminders.stop set released_at = ?, released_by = 'TENANT', release_person = ?
                        where released_at is null and reach = 'TENANT' and placed_by <> 'STAFF' and (?::text is null or cause = ?)""")
                .params(now.atOffset(ZoneOffset.UTC), person)
                .param(cause == null ? null : cause.name())
                .param(cause == null ? null : cause.name())
                .update();
        if (ended > 0) {
            jdbc.sql("insert into reminders.rouse (id, reach, target) values (?, 'TENANT', ?)")
                    .params(Ids.next(), Scopes.tenant().value())
                    .update();
        }
        return ended;
    }
}
