package com.duemate.platform.reminders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.duemate.platform.customers.Customers;
import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.InvoicesIssued;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.messaging.Engines;
import com.duemate.platform.messaging.Outbox;
import com.duemate.platform.notifications.MessageStatus;
import com.duemate.platform.notifications.Messages;
import com.duemate.platform.reminders.Plans.PlanStep;
import com.duemate.platform.reminders.Plans.State;
import com.duemate.platform.reminders.Policies.Draft;
import com.duemate.platform.reminders.Policies.DraftStep;
import com.duemate.platform.reminders.Policies.Outcome;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.scope.Scopes;
import com.duemate.platform.testkit.PlatformTest;
import com.duemate.platform.testkit.SettableClock;
import com.duemate.platform.testkit.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;

/** Policies as their people keep them, and plans as they read them. */
@PlatformTest
class PoliciesTest {

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
    Customers customers;

    @Autowired
    Messages messages;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    private TenantId tenant = new TenantId(new UUID(0, 0));

    @BeforeEach
    void aFreshTenant() {
        clock.set(SettableClock.START);
        tenant = world.aTenant();
    }

    @AfterEach
    void backToTheStart() {
        clock.set(SettableClock.START);
    }

    @Test
    void aTenantWithoutAPolicyGetsTheStandardOneOnceHoweverManyAskAtOnce() throws Exception {
        try (var threads = Executors.newFixedThreadPool(6)) {
            var asks = new ArrayList<Callable<List<Policies.Policy>>>();
            for (int i = 0; i < 12; i++) {
                asks.add(() -> world.in(tenant, policies::list));
            }
            for (var each : threads.invokeAll(asks)) {
                assertThat(each.get()).hasSize(1);
            }
        }
        var standard = world.in(tenant, policies::list).getFirst();
        assertThat(standard.isDefault()).isTrue();
        assertThat(standard.current().steps())
                .extracting(step -> step.timing().days())
                .containsExactly(-3, 0, 7, 14, 30);
    }

    @Test
    void anEditMovesRunningPlansWithoutRepeatingALevel() {
        var invoice = world.anInvoice(tenant, world.aCustomer(tenant), 20_000, TODAY);
        walk(Duration.ofHours(2));
        assertThat(states(invoice))
                .containsExactly(State.SKIPPED, State.SENT, State.PLANNED, State.PLANNED, State.PLANNED);

        var standard = world.in(tenant, policies::list).getFirst().current();
        var edited = draft("Closer", -10, -1, 0, 5, 10);
        assertThat(world.in(tenant, () -> policies.change(standard.id(), 1, edited)))
                .isEqualTo(new Outcome.Done(standard.id(), 2));
        settle();

        var plan = world.in(tenant, () -> plans.of(invoice)).orElseThrow();
        assertThat(plan.cycle()).isEqualTo(2);
        assertThat(plan.policyVersion()).isEqualTo(2);
        assertThat(plan.steps()).extracting(PlanStep::offsetDays).containsExactly(5, 10);
        assertThat(plan.steps().getFirst().at()).isEqualTo(Instant.parse("2026-03-07T10:00:00Z"));
        assertThat(plan.earlier()).extracting(PlanStep::state).containsExactly(State.SKIPPED, State.SENT);
        assertThat(plan.earlier().getLast().said()).isEqualTo("Sent by e-mail as step 2, in a friendly tone.");

        assertThat(world.in(tenant, () -> policies.change(standard.id(), 1, edited)))
                .isEqualTo(new Outcome.Outdated(2));
        assertThat(world.in(tenant, () -> policies.change(standard.id(), 2, edited)))
                .isEqualTo(new Outcome.Done(standard.id(), 2));
    }

    @Test
    void refusesWhatCannotWorkWithEverythingThatIsWrong() {
        var wrong = new Draft(
                " ",
                List.of(
                        new DraftStep(400, StepChannel.EMAIL, "reminder.due", Tone.FIRM),
                        new DraftStep(3, StepChannel.EMAIL, "no good", Tone.FIRM)),
                List.of());
        assertThat(world.in(tenant, () -> policies.create(wrong)))
                .isEqualTo(new Outcome.Refused(List.of(
                        new PolicyProblem(PolicyProblem.Kind.NAME_MISSING, 0),
                        new PolicyProblem(PolicyProblem.Kind.OFFSET_OUT_OF_RANGE, 1),
                        new PolicyProblem(PolicyProblem.Kind.TEMPLATE_WRONG, 2))));
        assertThat(world.in(tenant, () -> policies.create(draft("Tricky\u0000", 1))))
                .isEqualTo(new Outcome.Refused(List.of(new PolicyProblem(PolicyProblem.Kind.NAME_CHARACTERS, 0))));
        assertThat(world.in(tenant, () -> policies.change(new PolicyId(Ids.next()), 1, draft("x", 1))))
                .isEqualTo(new Outcome.Unknown());
    }

    @Test
    void newInvoicesFollowTheDefaultPolicyAndOthersStayWithTheirs() {
        var before = world.anInvoice(tenant, world.aCustomer(tenant), 20_000, TODAY.plusDays(20));
        settle();
        var gentle = (Outcome.Done) world.in(tenant, () -> policies.create(draft("Gentle", 10, 40)));
        world.in(tenant, () -> policies.makeDefault(gentle.id()));
        var after = world.anInvoice(tenant, world.aCustomer(tenant), 20_000, TODAY.plusDays(20));
        settle();

        assertThat(world.in(tenant, () -> plans.of(before)).orElseThrow().policyName())
                .isEqualTo("Standard");
        assertThat(world.in(tenant, () -> plans.of(after)).orElseThrow().policyName())
                .isEqualTo("Gentle");
        assertThat(world.in(tenant, policies::list))
                .extracting(policy -> policy.current().name(), Policies.Policy::isDefault, Policies.Policy::running)
                .containsExactly(tuple("Gentle", true, 1), tuple("Standard", false, 1));
    }

    @Test
    void plansAWholeImportWithoutItsPaidInvoicesAndWritesAboutItOnce() {
        var customer = world.aCustomer(tenant);
        var ids = IntStream.range(0, 1_000).mapToObj(_ -> Ids.next()).toList();
        world.inTransaction(new Scope.Tenant(tenant), () -> {
            insert(customer, ids);
            outbox.publish(new InvoicesIssued(ids));
            return ids;
        });
        settle();

        assertThat(count("select count(*) from reminders.plan")).isEqualTo(900);
        assertThat(count("select count(*) from reminders.scheduled_step")).isEqualTo(4_500);
        assertThat(world.in(tenant, () -> plans.of(new InvoiceId(ids.getFirst()))))
                .isEmpty();
        var first = world.in(tenant, () -> plans.upcoming(60, 3));
        assertThat(first.next().getFirst().invoices()).hasSize(900);
        assertThat(first.days().stream().mapToInt(Plans.Day::messages).sum()).isEqualTo(5);

        walk(Duration.ofDays(8));
        assertThat(count("select count(*) from reminders.decision where outcome = 'GROUPED'"))
                .isEqualTo(899);
        assertThat(world.in(tenant, () -> messages.list(new Messages.MessageQuery(customer, null, List.of(), 10, null)))
                        .items())
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.status()).isEqualTo(MessageStatus.CAPTURED);
                    assertThat(message.subjects()).hasSize(900);
                });
    }

    @Test
    void saysWhatComesAndWhyNothingDoes() {
        var customer = world.aCustomer(tenant);
        var invoice = world.anInvoice(tenant, customer, 20_000, TODAY.plusDays(4));
        settle();
        var coming = world.in(tenant, () -> plans.upcoming(7, 10));
        assertThat(coming.complete()).isTrue();
        assertThat(coming.days()).hasSize(7);
        assertThat(coming.next())
                .extracting(Plans.Send::at)
                .containsExactly(Instant.parse("2026-03-03T10:00:00Z"), Instant.parse("2026-03-06T10:00:00Z"));

        world.in(tenant, () -> {
            customers.hold(customer, "On the phone with them");
            return customer;
        });
        walk(Duration.ofDays(2));
        var plan = world.in(tenant, () -> plans.of(invoice)).orElseThrow();
        assertThat(plan.pause()).isNotNull().extracting(Plans.Pause::reason).isEqualTo(Reason.CUSTOMER_HELD);
        assertThat(plan.steps().getFirst().state()).isEqualTo(State.WAITING);
        assertThat(plan.steps().getFirst().said()).startsWith("Waits: the customer is on hold.");
        assertThat(world.in(tenant, () -> plans.upcoming(30, 10)).next()).isEmpty();
    }

    @Test
    void nobodyElseSeesOrTouchesAny() {
        var invoice = world.anInvoice(tenant, world.aCustomer(tenant), 20_000, TODAY);
        walk(Duration.ofHours(2));
        var mine = world.in(tenant, policies::list).getFirst().current();
        var other = world.aTenant();

        assertThat(world.in(other, () -> plans.of(invoice))).isEmpty();
        assertThat(world.in(other, () -> policies.find(mine.id()))).isEmpty();
        assertThat(world.in(other, () -> policies.change(mine.id(), 1, draft("Mine now", 1))))
                .isEqualTo(new Outcome.Unknown());
        assertThat(world.in(other, () -> policies.makeDefault(mine.id()))).isEqualTo(new Outcome.Unknown());
        assertThat(world.in(other, () -> plans.upcoming(60, 10)).next()).isEmpty();
        assertThatThrownBy(() -> Scopes.call(new Scope.Tenant(tenant), policies::list))
                .isInstanceOfAny(AccessDeniedException.class, AuthenticationCredentialsNotFoundException.class);
    }

    private static Draft draft(String name, int... offsets) {
        return new Draft(
                name,
                IntStream.of(offsets)
                        .mapToObj(days -> new DraftStep(days, StepChannel.EMAIL, "reminder.due", Tone.NEUTRAL))
                        .toList(),
                List.of());
    }

    /** As an import does; every tenth is paid. */
    private void insert(CustomerId customer, List<UUID> ids) {
        jdbc.sql("""
                        insert into invoicing.invoice (id, customer_id, number, status, currency, total, open, issued_on, due_on,
                                                       paid_on, search, created_at)
                        select id, ?, 'I-' || n, case when n % 10 = 1 then 'PAID' else 'OPEN' end, 'EUR', 100,
                               case when n % 10 = 1 then 0 else 100 end, ?::date, ?::date,
                               case when n % 10 = 1 then ?::date end, '', now()
                        from unnest(?::uuid[]) with ordinality u (id, n)""")
                .param(customer.value())
                .param(TODAY)
                .param(TODAY.plusDays(10))
                .param(TODAY)
                .param(ids.toArray(UUID[]::new))
                .update();
    }

    private List<State> states(InvoiceId invoice) {
        return world.in(tenant, () -> plans.of(invoice)).orElseThrow().steps().stream()
                .map(PlanStep::state)
                .toList();
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

    private long count(String sql) {
        return world.inTransaction(
                new Scope.Tenant(tenant), () -> jdbc.sql(sql).query(Long.class).single());
    }
}
