package com.duemate.platform.reminders.adaptive;

import com.duemate.platform.reminders.adaptive.Comparison.Side;
import com.duemate.platform.tenancy.Tenants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Measures reminders by advice beside those of customers who are held out. */
@Repository
class ComparisonReading {

    private final JdbcClient jdbc;
    private final Tenants tenants;

    ComparisonReading(JdbcClient jdbc, Tenants tenants) {
        this.jdbc = jdbc;
        this.tenants = tenants;
    }

    Comparison read(@Nullable Instant since, Instant now) {
        var arms = since == null ? Map.<Arm, Measured>of() : measured(since, now);
        var adapted = arms.getOrDefault(Arm.ADAPTED, Measured.NONE);
        var heldOut = arms.getOrDefault(Arm.HELD_OUT, Measured.NONE);
        return new Comparison(
                since,
                known(),
                adapted.side,
                heldOut.side,
                Welch.difference(adapted.days(), heldOut.days(), false),
                Welch.difference(adapted.paid(), heldOut.paid(), true));
    }

    private int known() {
        return jdbc.sql("""
                        select count(*)::int from reminders.habit
                        where coalesce(usual_from::text, friendly_as, neutral_as, firm_as) is not null""").query(Integer.class).single();
    }

    /** What was voided or written off since says nothing, nor does a message that never arrived. */
    private Map<Arm, Measured> measured(Instant since, Instant now) {
        var arms = new EnumMap<Arm, Measured>(Arm.class);
        jdbc.sql("""
                        with reminder as (
                            select d.arm, d.customer_id,
                                   greatest(coalesce(i.paid_on - (d.decided_at at time zone :zone)::date, :never), 0) as days
                            from reminders.decision d
                            join invoicing.pub_invoice i on i.tenant_id = d.tenant_id and i.id = d.invoice_id
                            join notifications.pub_message m on m.tenant_id = d.tenant_id and m.id = d.message_id
                            where d.arm is not null and d.decided_at >= :since and d.decided_at <= :ripe
                              and i.status in ('OPEN', 'PARTLY_PAID', 'PAID') and m.status not in ('FAILED', 'WITHDRAWN')),
                        customer as (
                            select arm, count(*) as reminders, avg(least(days, :cap))::float8 as days,
                                   avg((days <= 1)::int)::float8 as in1, avg((days <= 3)::int)::float8 as in3,
                                   avg((days <= 7)::int)::float8 as in7, avg((days <= :cap)::int)::float8 as in14
                            from reminder group by arm, customer_id)
                        select arm, count(*)::int as customers, sum(reminders)::int as reminders,
                               avg(days) as days, coalesce(var_samp(days), 0) as days_variance,
                               avg(in1) as in1, avg(in3) as in3, avg(in7) as in7, avg(in14) as in14,
                               coalesce(var_samp(in14), 0) as in14_variance
                        from customer group by arm""")
                .param("zone", tenants.current().zone().getId())
                .param("never", Integer.MAX_VALUE)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("ripe", now.minus(Duration.ofDays(Comparison.DAYS)).atOffset(ZoneOffset.UTC))
                .param("cap", Comparison.DAYS)
                .query(row -> {
                    arms.put(Arm.valueOf(row.getString("arm")), measured(row));
                });
        return arms;
    }

    private static Measured measured(ResultSet row) throws SQLException {
        var within = new ArrayList<Double>();
        for (int days : Comparison.MARKS) {
            within.add(row.getDouble("in" + days));
        }
        return new Measured(
                new Side(row.getInt("customers"), row.getInt("reminders"), row.getDouble("days"), within),
                row.getDouble("days_variance"),
                row.getDouble("in14_variance"));
    }

    private record Measured(Side side, double daysVariance, double paidVariance) {

        static final Measured NONE = new Measured(new Side(0, 0, 0, List.of(0.0, 0.0, 0.0, 0.0)), 0, 0);

        Welch.Sample days() {
            return new Welch.Sample(side.customers(), side.days(), daysVariance);
        }

        Welch.Sample paid() {
            return new Welch.Sample(side.customers(), side.paidWithin().getLast(), paidVariance);
        }
    }
}
