package com.duemate.platform.reminders.internal;

import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.reminders.ContactBudget;
import com.duemate.platform.reminders.Holidays;
import com.duemate.platform.reminders.SendHours;
import com.duemate.platform.reminders.SendRules;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps when a tenant's customers may be written to; a tenant that never said has the standard rules. */
@Repository
class RuleBook {

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    RuleBook(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    SendRules current() {
        return jdbc.sql(
                        "select opens, closes, preferred, days_off, region, per_day, per_week from reminders.send_rules")
                .query((row, _) -> rules(row))
                .optional()
                .orElse(SendRules.STANDARD);
    }

    void keep(SendRules rules) {
        var hours = rules.hours();
        jdbc.sql("""
                        insert into reminders.send_rules (opens, closes, preferred, days_off, region, per_day, per_week, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (tenant_id) do update set opens = excluded.opens, closes = excluded.closes,
                            preferred = excluded.preferred, days_off = excluded.days_off, region = excluded.region,
                            per_day = excluded.per_day, per_week = excluded.per_week, changed_at = excluded.changed_at""")
                .params(
                        hours.opens(),
                        hours.closes(),
                        hours.preferred(),
                        hours.daysOff().stream()
                                .map(DayOfWeek::getValue)
                                .sorted()
                                .toArray(Integer[]::new),
                        hours.holidays().region(),
                        rules.budget().perDay(),
                        rules.budget().perWeek(),
                        clock.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A region whose calendar is no longer known has no holidays. */
    private static SendRules rules(ResultSet row) throws SQLException {
        var region = row.getString("region");
        var daysOff = Arrays.stream((Integer[]) row.getArray("days_off").getArray())
                .map(DayOfWeek::of)
                .collect(Collectors.toSet());
        return new SendRules(
                new SendHours(
                        row.getObject("opens", LocalTime.class),
                        row.getObject("closes", LocalTime.class),
                        row.getObject("preferred", LocalTime.class),
                        daysOff,
                        region.isEmpty() || Holidays.known(region) ? new Holidays(region) : Holidays.NONE),
                new ContactBudget(row.getInt("per_day"), row.getInt("per_week")));
    }
}
