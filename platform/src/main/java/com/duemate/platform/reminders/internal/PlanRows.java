package com.duemate.platform.reminders.internal;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.reminders.PolicyId;
import com.duemate.platform.reminders.adaptive.Advice;
import com.duemate.platform.reminders.adaptive.AdviceBook;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes plans with their steps, any number with one statement, inside the caller's transaction. */
@Repository
class PlanRows {

    private static final String PLAN = """
            select p.invoice_id, p.cycle, p.customer_id, p.policy_id, p.policy_version, p.due_on, i.issued_on, p.after_offset, p.after_position, p.state
            from reminders.plan p join invoicing.pub_invoice i on i.tenant_id = p.tenant_id and i.id = p.invoice_id
            """;

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final CustomerLocks locks;
    private final RuleBook rules;
    private final AdviceBook advices;
    private final Bell bell;

    PlanRows(JdbcClient jdbc, BusinessClock clock, CustomerLocks locks, RuleBook rules, AdviceBook advices, Bell bell) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.locks = locks;
        this.rules = rules;
        this.advices = advices;
        this.bell = bell;
    }

    /** Adds plans with their steps; an invoice that already has a running plan, or one of this cycle, is left as it is. */
    void add(List<NewPlan> added) {
        if (added.isEmpty()) {
            return;
        }
        // A plan locks its invoice: in the order in which everybody locks invoices, or two of them wait for each other.
        var plans = added.stream()
                .sorted(Comparator.comparing((NewPlan plan) -> plan.invoice().toString()))
                .toList();
        var hours = rules.current().hours();
        var advice = advices.of(plans.stream().map(NewPlan::customer).collect(Collectors.toSet()), hours);
        var invoices = new ArrayList<UUID>();
        var positions = new ArrayList<Integer>();
        var dueAt = new ArrayList<String>();
        var states = new ArrayList<String>();
        for (var plan : plans) {
            var steps = plan.steps(hours, advice.getOrDefault(plan.customer(), Advice.OFF));
            states.add((steps.isEmpty() ? KeptPlan.State.DONE : KeptPlan.State.RUNNING).name());
            for (var step : steps) {
                invoices.add(plan.invoice().value());
                positions.add(step.position());
                dueAt.add(step.dueAt().toString());
            }
        }
        // Where there is a turn nothing is inserted: that would wait until a turn being taken has ended.
        jdbc.sql("""
                        with turn as (
                            insert into reminders.turn (tenant_id) select scope.tenant_id()
                            where not exists (select from reminders.turn) on conflict do nothing),
                        made as (
                            insert into reminders.plan (invoice_id, cycle, customer_id, policy_id, policy_version, due_on,
                                                        after_offset, after_position, state, made_at)
                            select p.*, ?::timestamptz from unnest(?::uuid[], ?::int[], ?::uuid[], ?::uuid[], ?::int[], ?::text[]::date[],
                                                      ?::int[], ?::int[], ?::text[]) p
                            on conflict do nothing returning invoice_id, cycle, customer_id)
                        insert into reminders.scheduled_step (invoice_id, cycle, position, customer_id, due_at)
                        select m.invoice_id, m.cycle, s.position, m.customer_id, s.due_at
                        from unnest(?::uuid[], ?::int[], ?::text[]::timestamptz[]) s (invoice_id, position, due_at)
                        join made m on m.invoice_id = s.invoice_id""")
                .param(clock.now().atOffset(ZoneOffset.UTC))
                .param(plans.stream().map(p -> p.invoice().value()).toArray(UUID[]::new))
                .param(plans.stream().map(NewPlan::cycle).toArray(Integer[]::new))
                .param(plans.stream().map(p -> p.customer().value()).toArray(UUID[]::new))
                .param(plans.stream().map(p -> p.policy().id().value()).toArray(UUID[]::new))
                .param(plans.stream().map(p -> p.policy().version()).toArray(Integer[]::new))
                .param(plans.stream().map(p -> p.days().dueOn().toString()).toArray(String[]::new))
                .param(plans.stream().map(plan -> plan.done().offset()).toArray(Integer[]::new))
                .param(plans.stream().map(plan -> plan.done().position()).toArray(Integer[]::new))
                .param(states.toArray(String[]::new))
                .param(invoices.toArray(UUID[]::new))
                .param(positions.toArray(Integer[]::new))
                .param(dueAt.toArray(String[]::new))
                .update();
        bell.ring();
    }

    /** Ends running plans that others take the place of; their undecided steps go. */
    void retire(Collection<KeptPlan> plans) {
        var invoices = plans.stream().map(p -> p.invoice().value()).toArray(UUID[]::new);
        var cycles = plans.stream().map(KeptPlan::cycle).toArray(Integer[]::new);
        jdbc.sql("""
                        with gone as (
                            delete from reminders.scheduled_step s using unnest(?::uuid[], ?::int[]) u (invoice_id, cycle)
                            where s.invoice_id = u.invoice_id and s.cycle = u.cycle)
                        update reminders.plan p set state = 'REPLACED' from unnest(?::uuid[], ?::int[]) u (invoice_id, cycle)
                        where p.invoice_id = u.invoice_id and p.cycle = u.cycle and p.state = 'RUNNING'""").params(invoices, cycles, invoices, cycles).update();
    }

    Optional<KeptPlan> find(InvoiceId invoice, int cycle) {
        return jdbc.sql(PLAN + "where p.invoice_id = ? and p.cycle = ?")
                .params(invoice.value(), cycle)
                .query(PlanRows::plan)
                .optional();
    }

    /** Every plan the invoice had, the present one last. */
    List<KeptPlan> all(InvoiceId invoice) {
        return jdbc.sql(PLAN + "where p.invoice_id = ? order by p.cycle")
                .param(invoice.value())
                .query(PlanRows::plan)
                .list();
    }

    /** The invoice's plan of the highest cycle. */
    Optional<KeptPlan> latest(InvoiceId invoice) {
        return jdbc.sql(PLAN + "where p.invoice_id = ? order by p.cycle desc limit 1")
                .param(invoice.value())
                .query(PlanRows::plan)
                .optional();
    }

    /**
     * Has the customers weighed at once: one step of each becomes due, and weighing looks at all of them. Waits for whoever is
     * weighing them with what was true before.
     */
    void wake(Collection<CustomerId> customers, Instant now) {
        locks.hold(customers);
        int woken = jdbc.sql("""
                        update reminders.scheduled_step s set due_at = least(s.due_at, ?)
                        from (select distinct on (customer_id) invoice_id, cycle, position from reminders.scheduled_step
                              where customer_id = any(?) order by customer_id, due_at) f
                        where s.invoice_id = f.invoice_id and s.cycle = f.cycle and s.position = f.position""")
                .params(now.atOffset(ZoneOffset.UTC), uuids(customers))
                .update();
        if (woken > 0) {
            bell.ring();
        }
    }

    static KeptPlan plan(ResultSet row, int number) throws SQLException {
        return new KeptPlan(
                new InvoiceId(row.getObject("invoice_id", UUID.class)),
                row.getInt("cycle"),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                new PolicyRef(new PolicyId(row.getObject("policy_id", UUID.class)), row.getInt("policy_version")),
                new PlanDays(
                        row.getObject("issued_on", LocalDate.class), row.getObject("due_on", LocalDate.class), null),
                new Progress(row.getInt("after_offset"), row.getInt("after_position")),
                KeptPlan.State.valueOf(row.getString("state")));
    }

    private static UUID[] uuids(Collection<CustomerId> customers) {
        return customers.stream().map(CustomerId::value).toArray(UUID[]::new);
    }
}
