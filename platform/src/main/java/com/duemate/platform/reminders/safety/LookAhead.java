package com.duemate.platform.reminders.safety;

import com.duemate.platform.kernel.Money;
import com.duemate.platform.notifications.MessageFacts;
import com.duemate.platform.notifications.MessageKind;
import com.duemate.platform.reminders.Plans;
import com.duemate.platform.reminders.Plans.Send;
import com.duemate.platform.tenancy.TenantProfile;
import com.duemate.themes.text.Formats;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks at what goes out tomorrow where the current scope's tenant is, in the afternoon, and has its owners told when it is unusual. */
@Component
class LookAhead {

    /** Late enough to know tomorrow, early enough for somebody to be there. */
    private static final LocalTime LOOKS_AT = LocalTime.of(15, 0);

    private static final int LARGEST = 5;
    private static final int SENDS = 200;

    private final JdbcClient jdbc;
    private final FlowRows flow;
    private final StopRows stops;
    private final TenantCircuit circuit;
    private final Plans plans;
    private final OwnerMail mail;

    LookAhead(JdbcClient jdbc, FlowRows flow, StopRows stops, TenantCircuit circuit, Plans plans, OwnerMail mail) {
        this.jdbc = jdbc;
        this.flow = flow;
        this.stops = stops;
        this.circuit = circuit;
        this.plans = plans;
        this.mail = mail;
    }

    void look(Instant now) {
        var tenant = flow.tenant();
        var today = LocalDate.ofInstant(now, tenant.zone());
        var time = today.atTime(LOOKS_AT).atZone(tenant.zone()).toInstant();
        boolean isTime = !now.isBefore(time);
        remember(
                isTime
                        ? today.plusDays(1)
                                .atTime(LOOKS_AT)
                                .atZone(tenant.zone())
                                .toInstant()
                        : time);
        if (isTime && stops.standing(now).isEmpty()) {
            lookAt(today.plusDays(1), tenant);
        }
    }

    private void lookAt(LocalDate day, TenantProfile tenant) {
        var band = circuit.band(day, tenant.zone());
        var end = day.plusDays(1).atStartOfDay(tenant.zone()).toInstant();
        if (mostWithStepsBefore(end) <= band.unusualAbove()) {
            return;
        }
        var coming = plans.upcoming(2, SENDS);
        long messages = coming.days().stream()
                .filter(each -> each.day().equals(day))
                .mapToLong(Plans.Day::messages)
                .sum();
        if (messages > band.unusualAbove() && tellOnce(day, messages, band.usual())) {
            var sends = coming.next().stream()
                    .filter(send ->
                            LocalDate.ofInstant(send.at(), tenant.zone()).equals(day))
                    .toList();
            mail.tell(
                    MessageKind.SENDING_DIGEST,
                    day.toString(),
                    new MessageFacts.SendingDigest(
                            day, messages, band.usual(), largest(sends, tenant), mail.look("reminders")));
        }
    }

    /** No more customers than these can get a message; cheaper than weighing them. */
    private long mostWithStepsBefore(Instant end) {
        return jdbc.sql("select count(distinct customer_id) from reminders.scheduled_step where due_at < ?")
                .param(end.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private String largest(List<Send> sends, TenantProfile tenant) {
        var formats = new Formats(mail.locale(), tenant.zone(), tenant.currency());
        return sends.stream()
                .sorted(Comparator.comparingLong(LookAhead::size).reversed())
                .limit(LARGEST)
                .map(send -> send.customerName() + " ("
                        + send.totals().stream()
                                .map(total -> formats.money(total.minor(), total.currency()))
                                .collect(Collectors.joining(" + "))
                        + ")")
                .collect(Collectors.joining(", "));
    }

    private static long size(Send send) {
        return send.totals().stream().mapToLong(Money::minor).max().orElse(0);
    }

    private void remember(Instant next) {
        jdbc.sql("""
                        insert into reminders.digest (next_at) values (?)
                        on conflict (tenant_id) do update set next_at = excluded.next_at""").param(next.atOffset(ZoneOffset.UTC)).update();
    }

    private boolean tellOnce(LocalDate day, long messages, long usual) {
        return jdbc.sql("""
                                update reminders.digest set told_of = ?, messages = ?, usual = ?
                                where told_of is null or told_of < ?""").params(day, messages, usual, day).update() > 0;
    }
}
