package com.duemate.platform.reminders.internal;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.reminders.PolicyVersion;
import com.duemate.platform.reminders.StepKey;
import com.duemate.platform.tenancy.TenantProfile;
import com.duemate.platform.tenancy.Tenants;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives invoices their plans and makes them anew when what they rest on changes; in the caller's transaction. */
@Component
class Planning {

    /** A message lists every invoice whose step was decided with it; decisions are found by those. */
    private static final String DECIDED_WITH = """
            select invoice_id, cycle, position, customer_id from reminders.decision
            where invoice_id in (select unnest(subjects) from notifications.pub_message where id = ?) and message_id = ?""";

    private final JdbcClient jdbc;
    private final CustomerLocks locks;
    private final PlanRows plans;
    private final PolicyBook policies;
    private final PolicyAssigning assigning;
    private final Tenants tenants;
    private final BusinessClock clock;

    Planning(
            JdbcClient jdbc,
            CustomerLocks locks,
            PlanRows plans,
            PolicyBook policies,
            PolicyAssigning assigning,
            Tenants tenants,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.locks = locks;
        this.plans = plans;
        this.policies = policies;
        this.assigning = assigning;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** Plans those that are owed and have no plan yet, by the policy the rules give them. Days that have passed are planned too: weighing takes the latest. */
    void issued(Collection<UUID> invoices) {
        var tenant = tenants.current();
        var fresh = owed(invoices, tenant).stream()
                .filter(invoice -> !invoice.planned)
                .toList();
        var assigned = assigning.assign(
                fresh.stream().map(invoice -> invoice.id.value()).toList(), tenant);
        plans.add(fresh.stream()
                .filter(invoice -> assigned.knows(invoice.id))
                .map(invoice -> invoice.plan(1, assigned.to(invoice.id), Progress.NONE))
                .toList());
    }

    /**
     * An invoice with another due date, or one that is owed again, gets a plan of a new cycle from its first level on; levels a
     * customer was written to at are not repeated. Any other change is looked at by weighing.
     */
    void changed(UUID invoice, CustomerId customer) {
        locks.hold(List.of(customer));
        var tenant = tenants.current();
        var owed = owed(List.of(invoice), tenant).stream().findFirst();
        var before = plans.latest(new InvoiceId(invoice));
        if (owed.isPresent() && before.isEmpty()) {
            issued(List.of(invoice));
        } else if (owed.isPresent() && mustBeMadeAnew(before.get(), owed.get())) {
            var old = before.get();
            var policy = policies.find(old.policy());
            var sent = Progress.upToPosition(lastSent(old, policy));
            plans.retire(List.of(old));
            plans.add(List.of(owed.get().plan(old.cycle() + 1, policy, sent)));
        }
        plans.wake(List.of(customer), clock.now());
    }

    private static boolean mustBeMadeAnew(KeptPlan before, Owed now) {
        return before.state() == KeptPlan.State.CLOSED || !before.days().dueOn().equals(now.days.dueOn());
    }

    /** The highest level at which something went out, in this cycle or an earlier one; levels that lay behind it count. */
    private int lastSent(KeptPlan plan, PolicyVersion policy) {
        int sent = jdbc.sql("""
                        select coalesce(max(position), 0) from reminders.decision
                        where invoice_id = ? and cycle = ? and outcome <> 'SKIPPED'""")
                .params(plan.invoice().value(), plan.cycle())
                .query(Integer.class)
                .single();
        return Math.max(sent, plan.behind(policy));
    }

    /** Steps whose message was taken back are planned again, unless a later step of their invoice has taken their place. */
    void withdrawn(UUID message) {
        var customers = jdbc.sql("select distinct customer_id from (" + DECIDED_WITH + ") d")
                .params(message, message)
                .query((row, _) -> new CustomerId(row.getObject(1, UUID.class)))
                .list();
        if (customers.isEmpty()) {
            return;
        }
        locks.hold(customers);
        var steps = takenBack(message);
        var owed = owed(steps.stream().map(step -> step.invoice().value()).toList(), tenants.current());
        for (var step : steps) {
            owed.stream()
                    .filter(invoice -> invoice.id.equals(step.invoice()))
                    .findFirst()
                    .ifPresent(invoice -> restore(step, invoice));
        }
        plans.wake(customers, clock.now());
    }

    private List<StepKey> takenBack(UUID message) {
        return jdbc.sql("""
                        select d.invoice_id, d.cycle, d.position from (%s) d
                        where not exists (
                              select from reminders.decision l where l.invoice_id = d.invoice_id
                              and (l.cycle, l.position) > (d.cycle, d.position)
                              and l.reason <> 'MISSED')""".formatted(DECIDED_WITH))
                .params(message, message)
                .query((row, _) -> new StepKey(
                        new InvoiceId(row.getObject("invoice_id", UUID.class)),
                        row.getInt("cycle"),
                        row.getInt("position")))
                .list();
    }

    private void restore(StepKey step, Owed invoice) {
        var latest = plans.latest(step.invoice()).orElseThrow();
        var then = plans.find(step.invoice(), step.cycle()).orElseThrow();
        var done = then.policy().equals(latest.policy())
                ? Progress.upToPosition(step.position() - 1)
                : before(then, policies.find(then.policy()), step.position());
        plans.retire(List.of(latest));
        plans.add(List.of(new NewPlan(
                invoice.id,
                invoice.customer,
                invoice.zone,
                latest.days(),
                latest.cycle() + 1,
                policies.find(latest.policy()),
                done)));
    }

    private static Progress before(KeptPlan plan, PolicyVersion policy, int position) {
        var day = plan.days().lay(policy).get(position - 1).day();
        return new Progress(plan.days().offset(day) - 1, position - 1);
    }

    void wake(CustomerId customer) {
        plans.wake(List.of(customer), clock.now());
    }

    private List<Owed> owed(Collection<UUID> invoices, TenantProfile tenant) {
        return jdbc.sql("""
                        select i.id, i.customer_id, i.issued_on, i.due_on, c.zone,
                               exists (select from reminders.plan p where p.invoice_id = i.id) as planned
                        from invoicing.pub_invoice i
                        join customers.pub_customer c on c.tenant_id = i.tenant_id and c.id = i.customer_id
                        where i.id = any(?) and i.status in ('OPEN', 'PARTLY_PAID') order by i.customer_id, i.id""")
                .param(invoices.toArray(UUID[]::new))
                .query((row, _) -> new Owed(
                        new InvoiceId(row.getObject("id", UUID.class)),
                        new CustomerId(row.getObject("customer_id", UUID.class)),
                        new PlanDays(
                                row.getObject("issued_on", LocalDate.class),
                                row.getObject("due_on", LocalDate.class),
                                null),
                        zone(row.getString("zone"), tenant),
                        row.getBoolean("planned")))
                .list();
    }

    static ZoneId zone(@Nullable String own, TenantProfile tenant) {
        return Optional.ofNullable(own).map(ZoneId::of).orElse(tenant.zone());
    }

    private record Owed(InvoiceId id, CustomerId customer, PlanDays days, ZoneId zone, boolean planned) {

        NewPlan plan(int cycle, PolicyVersion policy, Progress done) {
            return new NewPlan(id, customer, zone, days, cycle, policy, done);
        }
    }
}
