package com.duemate.platform.reminders.internal;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Page;
import com.duemate.platform.reminders.Plans;
import com.duemate.platform.scope.MayRead;
import com.duemate.platform.tenancy.Tenants;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class SqlPlans implements Plans {

    private static final int MOST_CUSTOMERS = 2_000;
    private static final int MOST_SENDS = 200;

    private final JdbcClient jdbc;
    private final PlanReading reading;
    private final TraceReading traces;
    private final Dossiers dossiers;
    private final Tenants tenants;
    private final BusinessClock clock;

    SqlPlans(
            JdbcClient jdbc,
            PlanReading reading,
            TraceReading traces,
            Dossiers dossiers,
            Tenants tenants,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.reading = reading;
        this.traces = traces;
        this.dossiers = dossiers;
        this.tenants = tenants;
        this.clock = clock;
    }

    @Override
    @MayRead
    @Transactional(readOnly = true)
    public Optional<InvoicePlan> of(InvoiceId invoice) {
        return reading.read(invoice);
    }

    @Override
    @MayRead
    @Transactional(readOnly = true)
    public Page<Traced> trace(CustomerId customer, int limit, @Nullable String cursor) {
        return traces.read(customer, limit, cursor);
    }

    @Override
    @MayRead
    @Transactional(readOnly = true)
    public Upcoming upcoming(int days, int sends) {
        int ahead = Math.clamp(days, 1, MAX_DAYS);
        var zone = tenants.current().zone();
        var today = clock.today(zone);
        var end = today.plusDays(ahead).atStartOfDay(zone).toInstant();
        var customers = customersWithStepsBefore(end);
        var all = new ArrayList<Send>();
        for (var dossier :
                dossiers.load(customers.stream().limit(MOST_CUSTOMERS).toList(), clock.now())) {
            Forecast.of(dossier.situation(), dossier.rows(), end).forEach(coming -> all.add(send(dossier, coming)));
        }
        all.sort(Comparator.comparing(Send::at)
                .thenComparing(send -> send.customer().value()));
        var byDay = all.stream()
                .collect(Collectors.groupingBy(
                        send -> LocalDate.ofInstant(send.at(), zone), Collectors.summingInt(_ -> 1)));
        return new Upcoming(
                IntStream.range(0, ahead)
                        .mapToObj(today::plusDays)
                        .map(day -> new Day(day, byDay.getOrDefault(day, 0)))
                        .toList(),
                all.stream().limit(Math.clamp(sends, 0, MOST_SENDS)).toList(),
                customers.size() <= MOST_CUSTOMERS);
    }

    private List<CustomerId> customersWithStepsBefore(Instant end) {
        return jdbc.sql("""
                        select customer_id from reminders.scheduled_step where due_at < ?
                        group by customer_id order by min(due_at), customer_id limit ?""")
                .params(end.atOffset(ZoneOffset.UTC), MOST_CUSTOMERS + 1)
                .query((row, _) -> new CustomerId(row.getObject(1, UUID.class)))
                .list();
    }

    private static Send send(Dossier dossier, Forecast.Coming coming) {
        var reminder = coming.reminder();
        return new Send(
                coming.at(),
                dossier.customer(),
                dossier.name(),
                reminder.channel(),
                reminder.level().position(),
                reminder.tone(),
                reminder.invoices(),
                coming.totals());
    }
}
