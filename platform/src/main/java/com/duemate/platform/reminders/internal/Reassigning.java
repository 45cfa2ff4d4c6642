package com.duemate.platform.reminders.internal;

import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.messaging.Outbox;
import com.duemate.platform.tenancy.Tenants;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Moves running plans to the policies that the rules give their invoices now, some customers at a time. */
@Component
class Reassigning {

    private static final int CUSTOMERS_AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final CustomerLocks locks;
    private final PlanMoving moving;
    private final PolicyBook policies;
    private final PolicyAssigning assigning;
    private final Tenants tenants;
    private final Outbox outbox;

    Reassigning(
            JdbcClient jdbc,
            CustomerLocks locks,
            PlanMoving moving,
            PolicyBook policies,
            PolicyAssigning assigning,
            Tenants tenants,
            Outbox outbox) {
        this.jdbc = jdbc;
        this.locks = locks;
        this.moving = moving;
        this.policies = policies;
        this.assigning = assigning;
        this.tenants = tenants;
        this.outbox = outbox;
    }

    /** @param after customers up to this one are done */
    void move(UUID after) {
        var tenant = tenants.current();
        policies.shelf(tenant);
        var customers = customersAfter(after);
        if (customers.isEmpty()) {
            return;
        }
        locks.hold(customers);
        var running = moving.running(customers);
        var assigned = assigning.assign(
                running.stream().map(each -> each.plan().invoice().value()).toList(), tenant);
        moving.over(
                running.stream()
                        .filter(each -> assigned.knows(each.plan().invoice())
                                && !assigned.to(each.plan().invoice())
                                        .id()
                                        .equals(each.plan().policy().id()))
                        .toList(),
                assigned::to);
        if (customers.size() == CUSTOMERS_AT_ONCE) {
            outbox.publish(new AssignmentMoved(customers.getLast().value()));
        }
    }

    private List<CustomerId> customersAfter(UUID after) {
        return jdbc.sql("""
                        select distinct customer_id from reminders.scheduled_step where customer_id > ?
                        order by customer_id limit ?""")
                .params(after, CUSTOMERS_AT_ONCE)
                .query((row, _) -> new CustomerId(row.getObject(1, UUID.class)))
                .list();
    }
}
