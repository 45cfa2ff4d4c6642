package com.duemate.platform.reminders.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.reminders.Anchor;
import com.duemate.platform.reminders.CatchUp;
import com.duemate.platform.reminders.DayRule;
import com.duemate.platform.reminders.Plans;
import com.duemate.platform.reminders.Plans.PlanStep;
import com.duemate.platform.reminders.Policies;
import com.duemate.platform.reminders.Policies.Draft;
import com.duemate.platform.reminders.Policies.DraftStep;
import com.duemate.platform.reminders.StepChannel;
import com.duemate.platform.reminders.Timing;
import com.duemate.platform.reminders.Tone;
import com.duemate.platform.scope.Scope;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Steps that count from other days than the due date, while those days move. */
class AnchorsInLifeTest extends EngineLife {

    @Autowired
    Policies policies;

    @Autowired
    Plans plans;

    @Test
    void anInvoiceWithOtherDatesGoesOnBehindTheLevelThatWasSent() {
        follow(step(Anchor.ISSUED, 3), step(Anchor.ISSUED, 20), step(Anchor.DUE, 0));
        var customer = world.aCustomer(tenant);
        var invoice = world.anInvoice(tenant, customer, 20_000, TODAY.plusDays(27));
        redate(invoice, customer, TODAY.plusDays(27));
        walk(Duration.ofHours(3), Duration.ofHours(3));
        assertThat(outcomes(invoice)).containsValue("SENT STEP_DUE").hasSize(1);

        redate(invoice, customer, TODAY.plusDays(57));
        settle();

        var plan = world.in(tenant, () -> plans.of(invoice)).orElseThrow();
        assertThat(plan.cycle()).isGreaterThan(1);
        assertThat(plan.steps()).extracting(step -> step.key().position()).containsExactly(2, 3);
        assertThat(plan.steps()).extracting(PlanStep::offsetDays).containsExactly(-10, 0);
    }

    @Test
    void aMessageThatNeverArrivedIsNoContact() {
        follow(step(Anchor.DUE, 0), step(Anchor.LAST_CONTACT, 7));
        var reached = world.aCustomer(tenant);
        var missed = world.aCustomer(tenant);
        for (var customer : List.of(reached, missed)) {
            world.anInvoice(tenant, customer, 20_000, TODAY);
            held(customer, true);
        }
        walk(Duration.ofDays(3).plusHours(3), Duration.ofHours(27));
        List.of(reached, missed).forEach(customer -> held(customer, false));
        settle();
        assertThat(sent()).hasSize(2);
        world.inTransaction(new Scope.Tenant(tenant), () -> jdbc.sql(
                        "update notifications.message set status = 'FAILED' where customer_id = ?")
                .param(missed.value())
                .update());

        walk(Duration.ofDays(5), Duration.ofHours(24));

        assertThat(sent()).hasSize(3).first().satisfies(message -> assertThat(message.customer())
                .isEqualTo(missed));
        walk(Duration.ofDays(4), Duration.ofHours(24));
        assertThat(sent()).hasSize(4);
    }

    private void follow(DraftStep... steps) {
        world.in(tenant, () -> {
            var made = (Policies.Outcome.Done) policies.create(new Draft("Told", List.of(steps), List.of()));
            return policies.makeDefault(made.id());
        });
    }

    private static DraftStep step(Anchor anchor, int days) {
        return new DraftStep(
                new Timing(anchor, days, DayRule.NEXT),
                List.of(StepChannel.EMAIL),
                "reminder.due",
                Tone.NEUTRAL,
                CatchUp.COLLAPSE,
                false);
    }

    private void held(CustomerId customer, boolean held) {
        world.in(tenant, () -> {
            if (held) {
                customers.hold(customer, "Asked us to wait");
            } else {
                customers.release(customer);
            }
            return true;
        });
    }
}
