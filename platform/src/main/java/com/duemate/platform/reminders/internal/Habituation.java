package com.duemate.platform.reminders.internal;

import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.messaging.Outbox;
import com.duemate.platform.reminders.adaptive.HabitsDue;
import com.duemate.platform.reminders.adaptive.Learning;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Has customers' habits looked at, and puts the steps of those on their times whose habits are others now. */
@Component
class Habituation {

    private final JdbcClient jdbc;
    private final Learning learning;
    private final PlanRows plans;
    private final Outbox outbox;
    private final BusinessClock clock;

    Habituation(JdbcClient jdbc, Learning learning, PlanRows plans, Outbox outbox, BusinessClock clock) {
        this.jdbc = jdbc;
        this.learning = learning;
        this.plans = plans;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** One event does so for some customers, and tells of the rest. */
    void follow(HabitsDue due) {
        var now = clock.now();
        var page = learning.learn(due.after(), now);
        var moved = withSteps(due.all() ? page.customers() : page.changed());
        if (!moved.isEmpty()) {
            plans.wake(moved, now);
        }
        if (!page.complete()) {
            outbox.publish(new HabitsDue(page.customers().getLast().value(), due.all()));
        }
    }

    private List<CustomerId> withSteps(Collection<CustomerId> customers) {
        return jdbc.sql("""
                        select distinct customer_id from reminders.scheduled_step where customer_id = any(?)
                        order by customer_id""")
                .param(customers.stream().map(CustomerId::value).toArray(UUID[]::new))
                .query((row, _) -> new CustomerId(row.getObject(1, UUID.class)))
                .list();
    }
}
