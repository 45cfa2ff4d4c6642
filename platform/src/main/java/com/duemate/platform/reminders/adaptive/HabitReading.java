package com.duemate.platform.reminders.adaptive;

import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.notifications.MessageKind;
import com.duemate.platform.reminders.Tone;
import com.duemate.platform.tenancy.Tenants;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what customers did in the last year: payments they began themselves, promises and objections they sent, and whether payment came
 * within 7 days of a reminder.
 *
 * <p>What comes within an hour of a message of ours is its echo: it tells when we wrote, not when the customer has time.
 */
@Component
class HabitReading implements Advisor {

    static final Duration BACK = Duration.ofDays(365);
    static final Duration ECHO = Duration.ofHours(1);
    static final int SOON_DAYS = 7;

    private final JdbcClient jdbc;
    private final Tenants tenants;

    HabitReading(JdbcClient jdbc, Tenants tenants) {
        this.jdbc = jdbc;
        this.tenants = tenants;
    }

    @Override
    public Map<CustomerId, Finding> look(Collection<CustomerId> customers, Instant now) {
        var ids = customers.stream().map(CustomerId::value).toArray(UUID[]::new);
        var zone = tenants.current().zone();
        var acts = acts(ids, now, zone);
        var answers = answers(ids, now, zone);
        var findings = new HashMap<CustomerId, Finding>();
        for (var customer : customers) {
            var finding = Habits.of(
                    acts.getOrDefault(customer, List.of()), answers.getOrDefault(customer, new EnumMap<>(Tone.class)));
            if (!finding.isEmpty()) {
                findings.put(customer, finding);
            }
        }
        return findings;
    }

    private Map<CustomerId, List<LocalDateTime>> acts(UUID[] customers, Instant now, ZoneId zone) {
        var acts = new HashMap<CustomerId, List<LocalDateTime>>();
        jdbc.sql("""
                        select a.customer_id, a.at at time zone coalesce(c.zone, :zone) as local
                        from (select tenant_id, customer_id, at from payments.pub_begun
                              where customer_id = any(:customers) and at between :from and :now
                              union all
                              select tenant_id, customer_id, at from arrangements.pub_asked
                              where customer_id = any(:customers) and at between :from and :now) a
                        join customers.pub_customer c on c.tenant_id = a.tenant_id and c.id = a.customer_id
                        where not exists (select from notifications.pub_message m
                                          where m.tenant_id = a.tenant_id and m.customer_id = a.customer_id
                                            and m.queued_at between a.at - make_interval(secs => :echo) and a.at
                                            and m.kind = any(:asking))""")
                .param("zone", zone.getId())
                .param("customers", customers)
                .param("from", now.minus(BACK).atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("echo", ECHO.toSeconds())
                .param("asking", new String[] {MessageKind.REMINDER.key(), MessageKind.PAYMENT_LINK.key()})
                .query(row -> {
                    acts.computeIfAbsent(
                                    new CustomerId(row.getObject("customer_id", UUID.class)), _ -> new ArrayList<>())
                            .add(row.getObject("local", LocalDateTime.class));
                });
        return acts;
    }

    private Map<CustomerId, Map<Tone, Habits.Answers>> answers(UUID[] customers, Instant now, ZoneId zone) {
        var answers = new HashMap<CustomerId, Map<Tone, Habits.Answers>>();
        jdbc.sql("""
                        select d.customer_id, d.facts ->> 'TONE' as tone, count(*)::int as reminders,
                               (count(*) filter (where i.paid_on <= (d.decided_at at time zone :zone)::date + :soon))::int as paid
                        from reminders.plan p
                        join reminders.decision d on d.tenant_id = p.tenant_id and d.invoice_id = p.invoice_id and d.cycle = p.cycle
                        join invoicing.pub_invoice i on i.tenant_id = d.tenant_id and i.id = d.invoice_id
                        join notifications.pub_message m on m.tenant_id = d.tenant_id and m.id = d.message_id
                        where p.customer_id = any(:customers) and d.outcome = 'SENT' and d.decided_at between :from and :ripe
                          and i.status in ('OPEN', 'PARTLY_PAID', 'PAID') and m.status not in ('FAILED', 'WITHDRAWN')
                        group by 1, 2""")
                .param("zone", zone.getId())
                .param("customers", customers)
                .param("soon", SOON_DAYS)
                .param("from", now.minus(BACK).atOffset(ZoneOffset.UTC))
                .param("ripe", now.minus(Duration.ofDays(SOON_DAYS)).atOffset(ZoneOffset.UTC))
                .query(row -> {
                    answers.computeIfAbsent(
                                    new CustomerId(row.getObject("customer_id", UUID.class)),
                                    _ -> new EnumMap<>(Tone.class))
                            .put(
                                    Tone.valueOf(row.getString("tone")),
                                    new Habits.Answers(row.getInt("reminders"), row.getInt("paid")));
                });
        return answers;
    }
}
