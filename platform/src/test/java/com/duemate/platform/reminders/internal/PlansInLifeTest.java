package com.duemate.platform.reminders.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.duemate.platform.arrangements.Arrangements;
import com.duemate.platform.invoicing.Settlements;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.notifications.MessageStatus;
import com.duemate.platform.notifications.MessageSummary;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.testkit.LockOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What happens to plans when their invoices are paid, contested, re-dated, or their message is taken back. */
class PlansInLifeTest extends EngineLife {

    @Autowired
    PlanRows plans;

    @Autowired
    PolicyBook policies;

    @Test
    void aPaymentEndsThePlan() {
        var customer = world.aCustomer(tenant);
        var invoice = world.anInvoice(tenant, customer, 20_000, TODAY.plusDays(30));
        settle();
        pay(customer, invoice, 20_000);
        settle();

        assertThat(outcomes(invoice)).hasSize(5).allSatisfy((_, said) -> assertThat(said)
                .isEqualTo("SKIPPED PAID"));
        assertThat(text("select state from reminders.plan")).containsExactly("CLOSED");
        assertThat(count("select count(*) from reminders.scheduled_step")).isZero();
    }

    @Test
    void isSilentWhileAnInvoiceIsDisputedAndSpeaksWhenThatEnds() {
        clock.set(NIGHT);
        var customer = world.aCustomer(tenant);
        var invoice = world.anInvoice(tenant, customer, 5_000, TODAY.minusDays(8));
        var dispute = (Arrangements.Outcome.Done)
                world.in(tenant, () -> arrangements.dispute(invoice, "Half of it was not delivered"));
        clock.set(MORNING);
        settle();
        assertThat(sent()).isEmpty();
        assertThat(text("select reason from reminders.scheduled_step where reason is not null"))
                .containsExactly("DISPUTED");

        world.in(tenant, () -> arrangements.end(dispute.id()));
        settle();
        assertThat(sent()).hasSize(1);
    }

    @Test
    void asksNobodyWhoRefusedAndNobodyWhoseCreditCoversIt() {
        clock.set(NIGHT);
        var refusing = world.aCustomer(tenant);
        var refused = world.anInvoice(tenant, refusing, 5_000, TODAY.minusDays(8));
        var rich = world.aCustomer(tenant);
        world.anInvoice(tenant, rich, 5_000, TODAY.minusDays(8));
        world.inTransaction(
                new Scope.Tenant(tenant),
                () -> settlements.settle(
                        new Settlements.Receipt(Ids.next(), rich, Money.of(5_000, "EUR"), List.of(), clock.now())));
        world.inTransaction(
                new Scope.Tenant(tenant),
                () -> jdbc.sql("""
                                insert into notifications.suppression (channel, address, customer_id, reason, at)
                                select 'EMAIL', email, id, 'UNSUBSCRIBED', now() from customers.customer where id = ?""").param(refusing.value()).update());
        clock.set(MORNING);
        settle();

        assertThat(sent()).isEmpty();
        assertThat(outcomes(refused)).containsEntry("1/3", "SKIPPED SUPPRESSED");
        assertThat(text("select reason from reminders.scheduled_step where reason is not null"))
                .containsExactly("COVERED_BY_CREDIT");
    }

    @Test
    void aMessageTakenBackIsWrittenAgainForWhatIsStillOwed() {
        clock.set(NIGHT);
        var customer = world.aCustomer(tenant);
        var paid = world.anInvoice(tenant, customer, 5_000, TODAY.minusDays(20));
        var owed = world.anInvoice(tenant, customer, 7_000, TODAY.minusDays(8));
        settle();
        clock.set(MORNING);
        var fence = engine.claim(MORNING).fence();
        world.inTransaction(new Scope.Tenant(tenant), () -> {
            turn.weigh(due.next(Instant.EPOCH, MORNING, 10, fence).held(), MORNING);
            return settlements.settle(
                    new Settlements.Receipt(Ids.next(), customer, Money.of(5_000, "EUR"), List.of(paid), MORNING));
        });
        settle();

        assertThat(sent())
                .extracting(MessageSummary::status, MessageSummary::subjects)
                .containsExactlyInAnyOrder(
                        tuple(MessageStatus.WITHDRAWN, List.of(paid.value(), owed.value())),
                        tuple(MessageStatus.CAPTURED, List.of(owed.value())));
        assertThat(outcomes(owed)).containsEntry("1/3", "GROUPED LISTED").containsEntry("2/3", "SENT STEP_DUE");
        assertThat(text("select state from reminders.plan where cycle = 2")).containsExactly("RUNNING");
    }

    @Test
    void anotherDueDateStartsOverWithoutRepeatingALevel() {
        var customer = world.aCustomer(tenant);
        var invoice = world.anInvoice(tenant, customer, 20_000, TODAY);
        walk(Duration.ofHours(2), Duration.ofHours(2));
        assertThat(sent()).hasSize(1);

        redate(invoice, customer, TODAY.plusDays(20));
        walk(Duration.ofDays(30), Duration.ofHours(6));
        assertThat(outcomes(invoice))
                .containsEntry("1/2", "SENT STEP_DUE")
                .containsEntry("2/3", "SENT STEP_DUE")
                .doesNotContainKeys("2/1", "2/2");
        assertThat(sent()).hasSize(2);
    }

    @Test
    void plansLockInvoicesInTheOrderInWhichEverybodyDoes() {
        var both = List.of(
                world.anInvoice(tenant, world.aCustomer(tenant), 5_000, TODAY),
                world.anInvoice(tenant, world.aCustomer(tenant), 5_000, TODAY));
        settle();
        LockOrder.check(
                world,
                jdbc,
                tenant,
                both,
                () -> world.inTransaction(new Scope.Tenant(tenant), () -> {
                    var old = both.reversed().stream()
                            .map(invoice -> plans.latest(invoice).orElseThrow())
                            .toList();
                    plans.retire(old);
                    plans.add(old.stream().map(this::anew).toList());
                    return true;
                }));
        assertThat(count("select count(*) from reminders.plan where cycle = 2")).isEqualTo(2);
    }

    private NewPlan anew(KeptPlan plan) {
        return new NewPlan(
                plan.invoice(),
                plan.customer(),
                ZoneOffset.UTC,
                plan.days(),
                plan.cycle() + 1,
                policies.find(plan.policy()),
                Progress.NONE);
    }
}
