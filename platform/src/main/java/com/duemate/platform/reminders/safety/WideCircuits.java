package com.duemate.platform.reminders.safety;

import com.duemate.platform.kernel.Ids;
import com.duemate.platform.scope.Backstage;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.scope.ServerRole;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The circuits of resellers and of the platform, over the counts that tenants publish; days are those of UTC. */
@Component
@OnRole(ServerRole.WORKER)
class WideCircuits {

    private static final Logger LOG = LoggerFactory.getLogger(WideCircuits.class);
    private static final UUID EVERYBODY = new UUID(0, 0);

    /** Hours are summed up again for a while, since a turn counts in the hour it began in. */
    private static final String SUM = """
            insert into reminders.flow_sum as s (reach, target, hour, messages)
            select %1$s, %2$s, date_trunc('hour', f.hour, 'UTC'), sum(f.messages)
            from reminders.flow f %3$s
            where f.hour >= coalesce(
                (select max(hour) from reminders.flow_sum where reach = %1$s and hour <= :now) - interval '3 hours', '-infinity') and f.messages > 0
            group by 1, 2, 3
            on conflict (reach, target, hour) do update set messages = excluded.messages
            where s.messages <> excluded.messages""";

    private static final String SUM_ALL =
            SUM.formatted("'PLATFORM'", "'00000000-0000-0000-0000-000000000000'::uuid", "");

    private static final String SUM_RESELLERS = SUM.formatted(
            "'RESELLER'", "t.reseller_id", "join tenancy.tenant t on t.id = f.tenant_id and t.reseller_id is not null");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final SafetySettings settings;

    WideCircuits(JdbcClient jdbc, PlatformTransactionManager transactions, SafetySettings settings) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.settings = settings;
    }

    private record Target(Reach reach, UUID id) {

        Band.Floor floor(SafetySettings settings) {
            return reach == Reach.PLATFORM ? settings.ofPlatform() : settings.ofReseller();
        }

        int times() {
            return reach == Reach.PLATFORM ? 10 : 3;
        }
    }

    void watch(Instant now) {
        if (!settings.circuits()) {
            return;
        }
        inEngine(() -> {
            var at = now.atOffset(ZoneOffset.UTC);
            jdbc.sql(SUM_ALL).param("now", at).update();
            jdbc.sql(SUM_RESELLERS).param("now", at).update();
            volumes(now).forEach((target, counted) -> watchVolume(target, counted, now));
            fates(now).forEach((target, fates) -> watchFates(target, fates, now));
        });
    }

    private Map<Target, Long> volumes(Instant now) {
        var volumes = new HashMap<Target, Long>();
        jdbc.sql("""
                        select reach, target, sum(messages) as messages from reminders.flow_sum
                        where hour > ? and hour <= ? group by reach, target""")
                .params(now.minus(FlowRows.WINDOW).atOffset(ZoneOffset.UTC), now.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    volumes.put(target(row.getString("reach"), row.getObject("target", UUID.class)), row.getLong(3));
                });
        return volumes;
    }

    private void watchVolume(Target target, long counted, Instant now) {
        var floor = target.floor(settings);
        if (counted <= floor.known()) {
            return;
        }
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var band = Band.of(days(target, today), today, floor);
        var released = wasReleased(target, now);
        if (counted > (released ? band.allowingMore() : band).opensAbove()) {
            open(target, new Stopped.Trip(Measure.VOLUME, counted, band.usual()), now);
        }
    }

    private Map<LocalDate, Long> days(Target target, LocalDate before) {
        var days = new HashMap<LocalDate, Long>();
        jdbc.sql("""
                        select (hour at time zone 'UTC')::date as day, sum(messages) from reminders.flow_sum
                        where reach = ? and target = ? and hour >= ? and hour < ? group by 1""")
                .params(target.reach.name(), target.id, start(before.minusDays(Band.DAYS_BACK)), start(before))
                .query(row -> {
                    days.put(row.getObject(1, LocalDate.class), row.getLong(2));
                });
        return days;
    }

    private Map<Target, FlowRows.Fates> fates(Instant now) {
        var fates = new HashMap<Target, FlowRows.Fates>();
        jdbc.sql("""
                        with fresh as (
                            select p.*, t.reseller_id from reminders.pulse p join tenancy.tenant t on t.id = p.tenant_id
                            where p.at > :from and p.at <= :now)
                        select 'PLATFORM' as reach, :everybody::uuid as target, coalesce(sum(handed), 0) as handed,
                               coalesce(sum(failed), 0) as failed, coalesce(sum(complained), 0) as complained from fresh
                        union all
                        select 'RESELLER', reseller_id, sum(handed), sum(failed), sum(complained) from fresh
                        where reseller_id is not null group by reseller_id""")
                .param("from", now.minus(FlowRows.WINDOW).atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("everybody", EVERYBODY)
                .query(row -> {
                    fates.put(
                            target(row.getString("reach"), row.getObject("target", UUID.class)),
                            new FlowRows.Fates(
                                    row.getLong("handed"), row.getLong("failed"), row.getLong("complained")));
                });
        return fates;
    }

    private void watchFates(Target target, FlowRows.Fates fates, Instant now) {
        worse(target, fates).filter(_ -> !wasReleased(target, now)).ifPresent(trip -> open(target, trip, now));
    }

    private static Optional<Stopped.Trip> worse(Target target, FlowRows.Fates fates) {
        return Share.COMPLAINTS
                .of(target.times())
                .trips(fates.complained(), fates.handed(), 0, 0)
                .or(() -> Share.FAILURES.of(target.times()).trips(fates.failed(), fates.handed(), 0, 0));
    }

    private boolean wasReleased(Target target, Instant now) {
        return jdbc.sql("""
                        select exists (select from reminders.stop where reach = ? and coalesce(target, ?) = ? and released_at > ?)""")
                .params(
                        target.reach.name(),
                        EVERYBODY,
                        target.id,
                        now.minus(FlowRows.WINDOW).atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    private void open(Target target, Stopped.Trip trip, Instant now) {
        int opened = jdbc.sql("""
                        insert into reminders.stop (id, reach, target, cause, placed_by, measure, counted, usual, placed_at)
                        values (?, ?, ?, 'CIRCUIT', 'ENGINE', ?, ?, ?, ?) on conflict do nothing""")
                .param(Ids.next())
                .param(target.reach.name())
                .param(target.reach == Reach.PLATFORM ? null : target.id)
                .param(trip.measure().name())
                .param(trip.counted())
                .param(trip.usual())
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
        if (opened > 0) {
            LOG.warn("the circuit of {} {} opened: {}", target.reach, target.id, trip);
        }
    }

    private static Target target(String reach, UUID id) {
        return new Target(Reach.valueOf(reach), id);
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    private void inEngine(Runnable action) {
        Backstage.run(new Scope.Engine(), () -> transaction.executeWithoutResult(_ -> action.run()));
    }
}
