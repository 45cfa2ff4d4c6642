package com.duemate.platform.reminders.internal;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.messaging.Outbox;
import com.duemate.platform.reminders.PolicyId;
import com.duemate.platform.reminders.PolicyVersion;
import com.duemate.platform.tenancy.Tenants;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Moves running plans to their policy's newest version, some customers at a time, or to another policy. */
@Component
class PlanMoving {

    private static final int CUSTOMERS_AT_ONCE = 200;

    private static final String RUNNING = """
            select p.invoice_id, p.cycle, p.customer_id, p.policy_id, p.policy_version, p.due_on, i.issued_on, p.after_offset, p.after_position, p.state,
                   c.zone,
                   array(select d.position from reminders.decision d where d.tenant_id = p.tenant_id
                         and d.invoice_id = p.invoice_id and d.cycle = p.cycle) as decided
            from reminders.plan p
            join customers.pub_customer c on c.tenant_id = p.tenant_id and c.id = p.customer_id
            join invoicing.pub_invoice i on i.tenant_id = p.tenant_id and i.id = p.invoice_id
            where p.state = 'RUNNING'
            """;
    private static final String BEHIND =
            RUNNING + "and p.policy_id = ? and p.policy_version < ? and p.customer_id = any(?)";
    private static final String WAITING = RUNNING
            + "and (p.invoice_id, p.cycle) in"
            + " (select invoice_id, cycle from reminders.scheduled_step where customer_id = any(?))";

    private final JdbcClient jdbc;
    private final CustomerLocks locks;
    private final PlanRows plans;
    private final PolicyBook policies;
    private final Tenants tenants;
    private final Outbox outbox;
    private final BusinessClock clock;

    PlanMoving(
            JdbcClient jdbc,
            CustomerLocks locks,
            PlanRows plans,
            PolicyBook policies,
            Tenants tenants,
            Outbox outbox,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.locks = locks;
        this.plans = plans;
        this.policies = policies;
        this.tenants = tenants;
        this.outbox = outbox;
        this.clock = clock;
    }

    void move(PolicyId policy) {
        policies.version(policy).ifPresent(version -> move(new PolicyRef(policy, version)));
    }

    private void move(PolicyRef newest) {
        var customers = customersBehind(newest);
        if (customers.isEmpty()) {
            return;
        }
        locks.hold(customers);
        var policy = policies.find(newest);
        over(behind(newest, customers), _ -> policy);
        if (customers.size() == CUSTOMERS_AT_ONCE) {
            outbox.publish(new PolicyChanged(newest.id().value()));
        }
    }

    /**
     * Plans these anew, one cycle on: what was sent stays sent, days that have passed are not made up for unless a step was
     * waiting then. Their customers must be locked.
     *
     * @param to the policy each follows from now on
     */
    void over(List<Running> running, Function<InvoiceId, PolicyVersion> to) {
        var versions = policies.findAll(
                running.stream().map(each -> each.plan.policy()).toList());
        plans.retire(running.stream().map(Running::plan).toList());
        plans.add(running.stream()
                .map(each -> {
                    var old = Optional.ofNullable(versions.get(each.plan.policy()))
                            .orElseThrow();
                    return new NewPlan(
                            each.plan.invoice(),
                            each.plan.customer(),
                            each.zone,
                            each.plan.days(),
                            each.plan.cycle() + 1,
                            to.apply(each.plan.invoice()),
                            each.plan.doneBy(old, each.decided, clock.today(each.zone)));
                })
                .toList());
        plans.wake(running.stream().map(each -> each.plan.customer()).collect(Collectors.toSet()), clock.now());
    }

    private List<CustomerId> customersBehind(PolicyRef newest) {
        return jdbc.sql("""
                        select distinct customer_id from reminders.plan
                        where policy_id = ? and policy_version < ? and state = 'RUNNING' order by customer_id limit ?""")
                .params(newest.id().value(), newest.version(), CUSTOMERS_AT_ONCE)
                .query((row, _) -> new CustomerId(row.getObject(1, UUID.class)))
                .list();
    }

    private List<Running> behind(PolicyRef newest, List<CustomerId> customers) {
        return running(BEHIND, List.of(newest.id().value(), newest.version(), uuids(customers)));
    }

    /** The running plans of these customers, each with a step that waits. */
    List<Running> running(List<CustomerId> customers) {
        return running(WAITING, Collections.singletonList(uuids(customers)));
    }

    private List<Running> running(String statement, List<?> parameters) {
        var tenant = tenants.current();
        return jdbc.sql(statement)
                .params(parameters)
                .query((row, number) -> new Running(
                        PlanRows.plan(row, number),
                        Planning.zone(row.getString("zone"), tenant),
                        Set.copyOf(Arrays.asList(
                                (Integer[]) row.getArray("decided").getArray()))))
                .list();
    }

    private static UUID[] uuids(List<CustomerId> customers) {
        return customers.stream().map(CustomerId::value).toArray(UUID[]::new);
    }

    /** @param decided positions that have their final decision */
    record Running(KeptPlan plan, ZoneId zone, Set<Integer> decided) {}
}
