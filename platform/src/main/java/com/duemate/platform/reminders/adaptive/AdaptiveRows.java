package com.duemate.platform.reminders.adaptive;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what a tenant wants, and the epoch of its comparison; a tenant that never said has none. */
@Repository
class AdaptiveRows {

    private final JdbcClient jdbc;

    AdaptiveRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    AdaptiveSettings current() {
        return jdbc.sql("select is_on, hold_out, leeway from reminders.adaptive")
                .query((row, _) -> new AdaptiveSettings(
                        row.getBoolean("is_on"), row.getInt("hold_out"), Leeway.valueOf(row.getString("leeway"))))
                .optional()
                .orElse(AdaptiveSettings.STANDARD);
    }

    Optional<Instant> since() {
        return jdbc.sql("select since from reminders.adaptive")
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    void begin(AdaptiveSettings wanted, Instant now, Instant learnsAt) {
        jdbc.sql("""
                        insert into reminders.adaptive as a (is_on, hold_out, leeway, epoch, since, learns_at)
                        values (?, ?, ?, 1, ?, ?)
                        on conflict (tenant_id) do update set is_on = excluded.is_on, hold_out = excluded.hold_out,
                            leeway = excluded.leeway, epoch = a.epoch + 1, since = excluded.since, learns_at = excluded.learns_at""")
                .params(
                        wanted.on(),
                        wanted.holdOutPercent(),
                        wanted.leeway().name(),
                        now.atOffset(ZoneOffset.UTC),
                        learnsAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The comparison stays readable until the next one begins. */
    void end() {
        jdbc.sql("update reminders.adaptive set is_on = false").update();
    }

    /** Nothing of anybody's habits is kept for those who do not want it. */
    void forgetHabits() {
        jdbc.sql("delete from reminders.habit").update();
    }

    /** @return whether it is time, and nobody else has taken it on */
    boolean takeOn(Instant now, Instant next) {
        return jdbc.sql("update reminders.adaptive set learns_at = ? where is_on and learns_at <= ?")
                        .params(next.atOffset(ZoneOffset.UTC), now.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }
}
