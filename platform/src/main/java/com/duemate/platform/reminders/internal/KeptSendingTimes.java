package com.duemate.platform.reminders.internal;

import com.duemate.platform.audit.AuditTrail;
import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.messaging.Outbox;
import com.duemate.platform.reminders.ContactBudget;
import com.duemate.platform.reminders.Holidays;
import com.duemate.platform.reminders.SendHours;
import com.duemate.platform.reminders.SendRules;
import com.duemate.platform.reminders.SendingTimes;
import com.duemate.platform.scope.MayManage;
import com.duemate.platform.scope.MayRead;
import com.duemate.platform.tenancy.Tenants;
import java.time.DayOfWeek;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class KeptSendingTimes implements SendingTimes {

    private static final int CUSTOMERS_AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final RuleBook rules;
    private final PlanRows plans;
    private final Tenants tenants;
    private final AuditTrail trail;
    private final Outbox outbox;
    private final BusinessClock clock;

    KeptSendingTimes(
            JdbcClient jdbc,
            RuleBook rules,
            PlanRows plans,
            Tenants tenants,
            AuditTrail trail,
            Outbox outbox,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.plans = plans;
        this.tenants = tenants;
        this.trail = trail;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    @MayRead
    @Transactional(readOnly = true)
    public SendRules current() {
        return rules.current();
    }

    @Override
    @MayManage
    @Transactional
    public Outcome change(Draft draft) {
        var refused = refusal(draft);
        if (refused.isPresent()) {
            return refused.get();
        }
        var wanted = new SendRules(
                new SendHours(
                        draft.opens(),
                        draft.closes(),
                        draft.preferred(),
                        draft.daysOff(),
                        new Holidays(draft.region())),
                new ContactBudget(draft.perDay(), draft.perWeek()));
        if (!wanted.equals(rules.current())) {
            rules.keep(wanted);
            trail.record("reminders.changeSendingTimes", tenants.current().id().value(), told(draft));
            outbox.publish(new SendRulesChanged(SendRulesChanged.FROM_THE_START));
        }
        return new Outcome.Done();
    }

    /** Weighing a customer anew puts all its steps on their times; one event does so for some, and tells of the rest. */
    void retime(UUID after) {
        var customers = jdbc.sql("""
                        select distinct customer_id from reminders.scheduled_step where customer_id > ?
                        order by customer_id limit ?""")
                .params(after, CUSTOMERS_AT_ONCE)
                .query((row, _) -> new CustomerId(row.getObject(1, UUID.class)))
                .list();
        if (customers.isEmpty()) {
            return;
        }
        plans.wake(customers, clock.now());
        if (customers.size() == CUSTOMERS_AT_ONCE) {
            outbox.publish(new SendRulesChanged(customers.getLast().value()));
        }
    }

    private static Optional<Outcome> refusal(Draft draft) {
        if (!draft.opens().isBefore(draft.closes())) {
            return refused("closes", "window");
        }
        if (draft.preferred().isBefore(draft.opens()) || !draft.preferred().isBefore(draft.closes())) {
            return refused("preferred", "preferred");
        }
        if (draft.daysOff().size() == DayOfWeek.values().length) {
            return refused("daysOff", "noDay");
        }
        if (!draft.region().isEmpty() && !Holidays.known(draft.region())) {
            return refused("region", "region");
        }
        if (draft.perDay() < 1 || draft.perDay() > MOST_A_DAY) {
            return refused("perDay", "perDay");
        }
        if (draft.perWeek() < draft.perDay() || draft.perWeek() > MOST_A_WEEK) {
            return refused("perWeek", "perWeek");
        }
        return Optional.empty();
    }

    private static Optional<Outcome> refused(String field, String reason) {
        return Optional.of(new Outcome.Refused(field, "reminders.sending." + reason));
    }

    private static Map<String, ?> told(Draft draft) {
        return Map.of(
                "opens", draft.opens().toString(),
                "closes", draft.closes().toString(),
                "preferred", draft.preferred().toString(),
                "daysOff", draft.daysOff().stream().sorted().toList().toString(),
                "region", draft.region(),
                "perDay", draft.perDay(),
                "perWeek", draft.perWeek());
    }
}
