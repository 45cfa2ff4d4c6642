package com.duemate.platform.reminders.internal;

import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.messaging.Outbox;
import com.duemate.platform.reminders.PolicyId;
import com.duemate.platform.tenancy.TenantProfile;
import com.duemate.platform.tenancy.Tenants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Moves running plans to their policy's newest version, some customers at a time. */
@Component
class PlanMoving {

    private static final int CUSTOMERS_AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final PlanRows plans;
    private final PolicyBook policies;
    private final Tenants tenants;
    private final Outbox outbox;
    private final BusinessClock clock;

    PlanMoving(
            JdbcClient jdbc, PlanRows plans, PolicyBook policies, Tenants tenants, Outbox outbox, BusinessClock clock) {
        this.jdbc = jdbc;
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
        plans.lock(customers);
        var behind = behind(newest, customers);
        var versions =
                policies.findAll(behind.stream().map(each -> each.plan.policy()).toList());
        var policy = policies.find(newest);
        plans.retire(behind.stream().map(Behind::plan).toList());
        plans.add(behind.stream()
                .map(each -> {
                    var old = Optional.ofNullable(versions.get(each.plan.policy()))
                            .orElseThrow();
                    return new NewPlan(
                            each.plan.invoice(),
                            each.plan.customer(),
                            each.zone,
                            each.plan.dueOn(),
                            each.plan.cycle() + 1,
                            policy,
                            each.plan.doneUpTo(old, each.decided, clock.today(each.zone)));
                })
                .toList());
        plans.wake(customers, clock.now());
        if (customers.size() == CUSTOMERS_AT_ONCE) {
            outbox.publish(new PolicyChanged(newest.id().value()));
        }
    }

    private List<CustomerId> customersBehind(PolicyRef newest) {
        return jdbc.sql("""
                        select distinct customer_id from reminders.plan
                        where policy_id = ? and policy_version < ? and state = 'RUNNING' order by customer_id limit ?""")
                .params(newest.id().value(), newest.version(), CUSTOMERS_AT_ONCE)
                .query((row, _) -> new CustomerId(row.getObject(1, UUID.class)))
                .list();
    }

    private List<Behind> behind(PolicyRef newest, List<CustomerId> customers) {
        var tenant = tenants.current();
        return jdbc.sql("""
                        select p.invoice_id, p.cycle, p.customer_id, p.policy_id, p.policy_version, p.due_on, p.after_offset,
                               p.state, c.zone,
                               array(select d.position from reminders.decision d where d.tenant_id = p.tenant_id
                                     and d.invoice_id = p.invoice_id and d.cycle = p.cycle) as decided
                        from reminders.plan p
                        join customers.pub_customer c on c.tenant_id = p.tenant_id and c.id = p.customer_id
                        where p.policy_id = ? and p.policy_version < ? and p.state = 'RUNNING' and p.customer_id = any(?)""")
                .param(newest.id().value())
                .param(newest.version())
                .param(customers.stream().map(CustomerId::value).toArray(UUID[]::new))
                .query((row, number) -> behind(row, number, tenant))
                .list();
    }

    private static Behind behind(ResultSet row, int number, TenantProfile tenant) throws SQLException {
        return new Behind(
                PlanRows.plan(row, number),
                Planning.zone(row.getString("zone"), tenant),
                Set.copyOf(Arrays.asList((Integer[]) row.getArray("decided").getArray())));
    }

    private record Behind(KeptPlan plan, ZoneId zone, Set<Integer> decided) {}
}
