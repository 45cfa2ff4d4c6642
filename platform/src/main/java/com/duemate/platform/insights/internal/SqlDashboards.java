package com.duemate.platform.insights.internal;

import com.duemate.platform.insights.Dashboards;
import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.scope.MayRead;
import com.duemate.platform.tenancy.Tenants;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads other rooms' published views only; three statements whatever the number of invoices. */
@Service
class SqlDashboards implements Dashboards {

    private static final String AGEING = """
            select currency,
                   case when due_on >= :today then 'CURRENT' when due_on >= :today - 30 then 'DAYS_1_30'
                        when due_on >= :today - 60 then 'DAYS_31_60' when due_on >= :today - 90 then 'DAYS_61_90'
                        else 'OVER_90' end as age,
                   sum(open)::bigint as amount, count(*) as invoices
            from invoicing.pub_invoice where status in ('OPEN', 'PARTLY_PAID') group by 1, 2""";

    private static final String UNAPPLIED = """
            select currency, -sum(amount)::bigint as amount from ledger.pub_balance where account = 'UNAPPLIED' group by currency""";

    private static final String RECEIVED = """
            select currency, (at at time zone :zone)::date as day, sum(amount)::bigint as amount from ledger.pub_entry
            where account = 'CASH' and at >= (:since::date::timestamp at time zone :zone) group by 1, 2""";

    private final JdbcClient jdbc;
    private final Tenants tenants;
    private final BusinessClock clock;

    SqlDashboards(JdbcClient jdbc, Tenants tenants, BusinessClock clock) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.clock = clock;
    }

    @Override
    @MayRead
    @Transactional(readOnly = true)
    public Dashboard current() {
        var tenant = tenants.current();
        var today = clock.today(tenant.zone());
        var sums = new TreeMap<String, Sums>();
        sums.put(tenant.currency().getCurrencyCode(), new Sums());
        readAgeing(today, sums);
        readUnapplied(sums);
        readReceived(today, tenant.zone(), sums);
        var own = tenant.currency().getCurrencyCode();
        var ordered = new ArrayList<Figures>();
        ordered.add(sums.getOrDefault(own, new Sums()).figures(tenant.currency(), today));
        sums.forEach((code, sum) -> {
            if (!code.equals(own)) {
                ordered.add(sum.figures(Currency.getInstance(code), today));
            }
        });
        return new Dashboard(today, ordered);
    }

    private void readAgeing(LocalDate today, Map<String, Sums> sums) {
        jdbc.sql(AGEING).param("today", today).query(row -> {
            var sum = sums.computeIfAbsent(row.getString("currency"), _ -> new Sums());
            int age = Age.valueOf(row.getString("age")).ordinal();
            sum.open[age] = row.getLong("amount");
            sum.invoices[age] = row.getInt("invoices");
        });
    }

    private void readUnapplied(Map<String, Sums> sums) {
        jdbc.sql(UNAPPLIED).query(row -> {
            sums.computeIfAbsent(row.getString("currency"), _ -> new Sums()).unapplied = row.getLong("amount");
        });
    }

    private void readReceived(LocalDate today, ZoneId zone, Map<String, Sums> sums) {
        jdbc.sql(RECEIVED)
                .param("zone", zone.getId())
                .param("since", today.withDayOfMonth(1).minusMonths(11))
                .query(row -> {
                    sums.computeIfAbsent(row.getString("currency"), _ -> new Sums())
                            .received
                            .merge(row.getObject("day", LocalDate.class), row.getLong("amount"), Long::sum);
                });
    }

    /** One currency's figures while they are read; minor units. */
    private static final class Sums {

        final long[] open = new long[Age.values().length];
        final int[] invoices = new int[Age.values().length];
        final TreeMap<LocalDate, Long> received = new TreeMap<>();
        long unapplied;

        Figures figures(Currency currency, LocalDate today) {
            long total = Arrays.stream(open).sum();
            long late = total - open[Age.CURRENT.ordinal()];
            int count = Arrays.stream(invoices).sum();
            var first = today.withDayOfMonth(1);
            return new Figures(
                    new Money(total - unapplied, currency),
                    count,
                    new Money(late, currency),
                    count - invoices[Age.CURRENT.ordinal()],
                    new Money(unapplied, currency),
                    new Money(between(first, today), currency),
                    new Money(between(first.minusMonths(1), today.minusMonths(1)), currency),
                    Arrays.stream(Age.values())
                            .map(age -> new AgeingBucket(
                                    age, new Money(open[age.ordinal()], currency), invoices[age.ordinal()]))
                            .toList(),
                    months(currency, first));
        }

        private List<Month> months(Currency currency, LocalDate first) {
            return IntStream.rangeClosed(-11, 0)
                    .mapToObj(first::plusMonths)
                    .map(month -> new Month(
                            month, new Money(between(month, month.plusMonths(1).minusDays(1)), currency)))
                    .toList();
        }

        private long between(LocalDate from, LocalDate to) {
            return received.subMap(from, true, to, true).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }
}
