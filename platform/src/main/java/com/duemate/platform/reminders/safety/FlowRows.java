package com.duemate.platform.reminders.safety;

import com.duemate.platform.tenancy.TenantProfile;
import com.duemate.platform.tenancy.Tenants;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many reminders the current scope's tenant let out, and what became of its messages. */
@Repository
class FlowRows {

    static final Duration WINDOW = Duration.ofHours(24);
    private static final Duration LONG_BEFORE = Duration.ofDays(28);

    private final JdbcClient jdbc;
    private final Tenants tenants;

    FlowRows(JdbcClient jdbc, Tenants tenants) {
        this.jdbc = jdbc;
        this.tenants = tenants;
    }

    TenantProfile tenant() {
        return tenants.current();
    }

    void add(int messages, Instant now, ZoneId zone) {
        jdbc.sql("""
                        insert into reminders.flow as f (hour, messages) values (?, ?)
                        on conflict (tenant_id, hour) do update set messages = f.messages + excluded.messages""").params(hour(now, zone).atOffset(ZoneOffset.UTC), messages).update();
    }

    long since(Instant from) {
        return jdbc.sql("select coalesce(sum(messages), 0) from reminders.flow where hour >= ?")
                .param(from.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** The whole hours of the last 24, and the running one. */
    long window(Instant now, ZoneId zone) {
        return since(hour(now, zone).minus(WINDOW).plus(Duration.ofHours(1)));
    }

    /** Messages of each day, but for those on which a circuit opened: nothing is learned from them. */
    Map<LocalDate, Long> days(LocalDate from, LocalDate before, ZoneId zone) {
        var days = new HashMap<LocalDate, Long>();
        jdbc.sql("""
                        select d.day, d.messages from (
                            select (hour at time zone :zone)::date as day, sum(messages) as messages from reminders.flow
                            where hour >= :from and hour < :before group by 1) d
                        where not exists (
                            select from reminders.stop s where s.reach = 'TENANT' and s.cause = 'CIRCUIT' and s.measure = 'VOLUME'
                              and (s.placed_at at time zone :zone)::date = d.day)""")
                .param("zone", zone.getId())
                .param("from", from.atStartOfDay(zone).toOffsetDateTime())
                .param("before", before.atStartOfDay(zone).toOffsetDateTime())
                .query(row -> {
                    days.put(row.getObject(1, LocalDate.class), row.getLong(2));
                });
        return days;
    }

    /** Whether somebody let messages go all the same within the window. */
    boolean wasReleased(Instant now) {
        return jdbc.sql("""
                        select exists (select from reminders.stop where released_at > ?)""")
                .param(now.minus(WINDOW).atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    record Fates(long handed, long failed, long complained) {}

    Fates fates(Instant now) {
        return fates(now.minus(WINDOW), now);
    }

    Fates fatesBefore(Instant now) {
        return fates(now.minus(LONG_BEFORE), now.minus(WINDOW));
    }

    private Fates fates(Instant from, Instant to) {
        return jdbc.sql("""
                        select (select count(*) from notifications.pub_message
                                where queued_at > :from and queued_at <= :to and status in ('SENT', 'CAPTURED', 'FAILED')) as handed,
                               (select count(*) from notifications.pub_message
                                where queued_at > :from and queued_at <= :to and status = 'FAILED') +
                               (select count(*) from notifications.pub_suppression
                                where at > :from and at <= :to and reason = 'BOUNCED') as failed,
                               (select count(*) from notifications.pub_suppression
                                where at > :from and at <= :to and reason = 'COMPLAINED') as complained""")
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Fates(row.getLong("handed"), row.getLong("failed"), row.getLong("complained")))
                .single();
    }

    void publish(Fates fates, Instant now) {
        jdbc.sql("""
                        insert into reminders.pulse (at, handed, failed, complained) values (?, ?, ?, ?)
                        on conflict (tenant_id) do update set at = excluded.at, handed = excluded.handed,
                            failed = excluded.failed, complained = excluded.complained""")
                .params(now.atOffset(ZoneOffset.UTC), fates.handed, fates.failed, fates.complained)
                .update();
    }

    private static Instant hour(Instant now, ZoneId zone) {
        return ZonedDateTime.ofInstant(now, zone).truncatedTo(ChronoUnit.HOURS).toInstant();
    }
}
