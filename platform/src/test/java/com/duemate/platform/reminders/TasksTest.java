package com.duemate.platform.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.Invoices;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Page;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.messaging.Engines;
import com.duemate.platform.notifications.Messages;
import com.duemate.platform.reminders.Plans.State;
import com.duemate.platform.reminders.Policies.Draft;
import com.duemate.platform.reminders.Policies.DraftStep;
import com.duemate.platform.reminders.Tasks.Outcome;
import com.duemate.platform.reminders.Tasks.Task;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.scope.Scopes;
import com.duemate.platform.testkit.PlatformTest;
import com.duemate.platform.testkit.SettableClock;
import com.duemate.platform.testkit.World;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;

/** Steps that a person does, from the day they fall due until somebody has done them. */
@PlatformTest
class TasksTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Autowired
    World world;

    @Autowired
    SettableClock clock;

    @Autowired
    Engines engines;

    @Autowired
    Policies policies;

    @Autowired
    Plans plans;

    @Autowired
    Tasks tasks;

    @Autowired
    Messages messages;

    @Autowired
    Invoices invoices;

    private TenantId tenant = new TenantId(new UUID(0, 0));
    private CustomerId customer = new CustomerId(new UUID(0, 0));

    @BeforeEach
    void aTenantWhoCallsOnTheDueDate() {
        clock.set(SettableClock.START);
        tenant = world.aTenant();
        customer = world.aCustomer(tenant);
        var call = new DraftStep(0, StepChannel.TASK, "reminder.due", Tone.NEUTRAL);
        var mail = new DraftStep(7, StepChannel.EMAIL, "reminder.overdue", Tone.FIRM);
        world.in(tenant, () -> {
            var made = (Policies.Outcome.Done) policies.create(new Draft("Call first", List.of(call, mail), List.of()));
            return policies.makeDefault(made.id());
        });
    }

    @AfterEach
    void backToTheStart() {
        clock.set(SettableClock.START);
    }

    @Test
    void aStepForAPersonBecomesATaskAndNoMessage() {
        var invoice = world.anInvoice(tenant, customer, 20_000, TODAY);
        walk(Duration.ofHours(2));

        var task = onlyTask();
        assertThat(task.customer()).isEqualTo(customer);
        assertThat(task.level()).isEqualTo(1);
        assertThat(task.invoices()).extracting(Tasks.Owed::id).containsExactly(invoice);
        var step =
                world.in(tenant, () -> plans.of(invoice)).orElseThrow().steps().getFirst();
        assertThat(step.state()).isEqualTo(State.HANDED_OVER);
        assertThat(step.task()).isEqualTo(task.id());
        assertThat(step.said()).isEqualTo("A task was given to your team as step 1.");
        assertThat(world.in(tenant, () -> messages.list(new Messages.MessageQuery(customer, null, List.of(), 10, null)))
                        .items())
                .isEmpty();
    }

    @Test
    void isDoneOnceAndCanBeTakenBack() {
        world.anInvoice(tenant, customer, 20_000, TODAY);
        walk(Duration.ofHours(2));
        var id = onlyTask().id();

        assertThat(world.in(tenant, () -> tasks.done(id, "x".repeat(501)))).isEqualTo(Outcome.NOTE_TOO_LONG);
        assertThat(world.in(tenant, () -> tasks.done(id, " Pays\0 on \ud800Friday. ")))
                .isEqualTo(Outcome.DONE);
        assertThat(world.in(tenant, () -> tasks.done(id, "Again"))).isEqualTo(Outcome.UNCHANGED);
        assertThat(world.in(tenant, () -> tasks.find(id)).orElseThrow().note()).isEqualTo("Pays on Friday.");
        assertThat(world.in(tenant, tasks::countOpen)).isZero();

        assertThat(world.in(tenant, () -> tasks.reopen(id))).isEqualTo(Outcome.DONE);
        assertThat(world.in(tenant, tasks::countOpen)).isEqualTo(1);
    }

    @Test
    void goesWhenNothingOfItIsOwedAnyMore() {
        var first = world.anInvoice(tenant, customer, 20_000, TODAY);
        var second = world.anInvoice(tenant, customer, 30_000, TODAY);
        walk(Duration.ofHours(2));
        assertThat(onlyTask().invoices()).hasSize(2);

        voided(first);
        assertThat(onlyTask().invoices()).extracting(Tasks.Owed::id).containsExactly(second);
        voided(second);
        assertThat(world.in(tenant, tasks::countOpen)).isZero();
    }

    @Test
    void givesTheNextOnesOnThePagesThatFollow() {
        for (int i = 0; i < 5; i++) {
            world.anInvoice(tenant, world.aCustomer(tenant), 20_000, TODAY);
        }
        walk(Duration.ofHours(2));

        Page<Task> page = world.in(tenant, () -> tasks.open(2, null));
        int seen = 0;
        for (int pages = 1; ; pages++) {
            seen += page.items().size();
            var next = page.next();
            if (next == null) {
                assertThat(pages).isEqualTo(3);
                break;
            }
            page = world.in(tenant, () -> tasks.open(2, next));
        }
        assertThat(seen).isEqualTo(5);
    }

    @Test
    void nobodyElseSeesThem() {
        world.anInvoice(tenant, customer, 20_000, TODAY);
        walk(Duration.ofHours(2));
        var id = onlyTask().id();
        var other = world.aTenant();

        assertThat(world.in(other, () -> tasks.find(id))).isEmpty();
        assertThat(world.in(other, tasks::countOpen)).isZero();
        assertThat(world.in(other, () -> tasks.done(id, ""))).isEqualTo(Outcome.UNKNOWN);
        assertThatThrownBy(() -> Scopes.call(new Scope.Tenant(tenant), tasks::countOpen))
                .isInstanceOfAny(AccessDeniedException.class, AuthenticationCredentialsNotFoundException.class);
        assertThat(onlyTask().state()).isEqualTo(Tasks.State.OPEN);
    }

    private Task onlyTask() {
        var open = world.in(tenant, () -> tasks.open(10, null)).items();
        assertThat(open).hasSize(1);
        return open.getFirst();
    }

    private void voided(InvoiceId invoice) {
        world.in(tenant, () -> invoices.voidInvoice(invoice, "Issued twice"));
        settle();
    }

    private void walk(Duration way) {
        settle();
        clock.advance(way);
        settle();
    }

    private void settle() {
        engines.wake();
        world.untilQuiet();
    }
}
