package com.duemate.platform.reminders.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.duemate.platform.customers.DraftCustomer;
import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.reminders.AssignmentRule;
import com.duemate.platform.reminders.Assignments;
import com.duemate.platform.reminders.Assignments.Outcome;
import com.duemate.platform.reminders.Condition;
import com.duemate.platform.reminders.Condition.Kind;
import com.duemate.platform.reminders.Plans;
import com.duemate.platform.reminders.Policies;
import com.duemate.platform.reminders.PolicyId;
import com.duemate.platform.reminders.RuleProblem;
import com.duemate.platform.reminders.StepChannel;
import com.duemate.platform.reminders.Tone;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.scope.Scopes;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;

/** Rules as their people keep them, and the invoices that follow them. */
class AssignmentsInLifeTest extends EngineLife {

    @Autowired
    Assignments assignments;

    @Autowired
    Policies policies;

    @Autowired
    Plans plans;

    @Autowired
    Planning planning;

    @Test
    void newInvoicesFollowTheFirstRuleThatFitsAndOthersTheDefault() {
        var gentle = policy("Gentle", 10, 40);
        var brisk = policy("Brisk", 1, 5);
        var vip = world.aCustomer(tenant);
        var vienna = aCustomerIn("Europe/Vienna");
        keep(
                0,
                new AssignmentRule("Friends", List.of(new Condition.OneOf(List.of(vip))), gentle),
                new AssignmentRule(
                        "Large in Austria",
                        List.of(
                                new Condition.Amount(Kind.AMOUNT_AT_LEAST, Money.of(100_000, "EUR")),
                                new Condition.Code(Kind.COUNTRY, "AT")),
                        brisk),
                new AssignmentRule("All in Portugal", List.of(new Condition.Code(Kind.COUNTRY, "PT")), brisk));

        assertThat(followed(vip, 500_000)).isEqualTo("Gentle");
        assertThat(followed(vienna, 100_000)).isEqualTo("Brisk");
        assertThat(followed(vienna, 99_999)).isEqualTo("Standard");
        assertThat(followed(world.aCustomer(tenant), 100)).isEqualTo("Brisk");
        assertThat(world.in(tenant, assignments::current).rules())
                .extracting(AssignmentRule::name)
                .containsExactly("Friends", "Large in Austria", "All in Portugal");
    }

    @Test
    void countsWhatTheCustomerPaidLateInTheLastYear() {
        var strict = policy("Strict", 1);
        var late = world.aCustomer(tenant);
        paidInvoice(late, 100, 90);
        paidInvoice(late, 200, 190);
        paidInvoice(late, 300, 301);
        paidInvoice(late, 900, 800);
        var rule = new AssignmentRule("Late twice", List.of(new Condition.Count(Kind.PAID_LATE_AT_LEAST, 2)), strict);
        var thrice = new AssignmentRule("Thrice", List.of(new Condition.Count(Kind.PAID_LATE_AT_LEAST, 3)), strict);
        keep(0, thrice, rule);

        assertThat(followed(late, 100)).isEqualTo("Strict");
        assertThat(followed(world.aCustomer(tenant), 100)).isEqualTo("Standard");
        assertThat(preview(thrice, rule).rules())
                .extracting(Assignments.Taken::count)
                .containsExactly(0, 1);
    }

    @Test
    void previewsWhatEachRuleWouldTakeOfWhatIsOpen() {
        var gentle = policy("Gentle", 10, 40);
        var customer = world.aCustomer(tenant);
        var first = world.anInvoice(tenant, customer, 30_000, TODAY.plusDays(3));
        world.anInvoice(tenant, customer, 90_000, TODAY.plusDays(9));
        var paid = world.anInvoice(tenant, customer, 70_000, TODAY.plusDays(9));
        pay(customer, paid, 70_000);
        world.anInvoice(tenant, world.aCustomer(tenant), 10_000, TODAY.plusDays(9));
        settle();
        var preview = preview(
                new AssignmentRule("Empty", List.of(new Condition.Text(Kind.SUBJECT_CONTAINS, "")), gentle),
                new AssignmentRule(
                        "Large", List.of(new Condition.Amount(Kind.AMOUNT_AT_LEAST, Money.of(30_000, "EUR"))), gentle));

        assertThat(preview.rules())
                .extracting(Assignments.Taken::count, Assignments.Taken::open)
                .containsExactly(tuple(0, List.of()), tuple(2, List.of(Money.of(120_000, "EUR"))));
        assertThat(preview.rules().getLast().first().getFirst()).satisfies(match -> {
            assertThat(match.invoice()).isEqualTo(first);
            assertThat(match.open()).isEqualTo(Money.of(30_000, "EUR"));
        });
        assertThat(preview.others().open()).containsExactly(Money.of(10_000, "EUR"));
        assertThat(preview.moving()).isEqualTo(2);
        assertThat(preview.complete()).isTrue();
    }

    @Test
    void runningPlansStayUntilTheyAreMovedAndThenKeepWhatWasSent() {
        var customer = world.aCustomer(tenant);
        var invoice = world.anInvoice(tenant, customer, 20_000, TODAY);
        var other = world.anInvoice(tenant, world.aCustomer(tenant), 10_000, TODAY.plusDays(20));
        walk(Duration.ofHours(2), Duration.ofHours(2));
        assertThat(sent()).hasSize(1);

        var large = policy("Large", -5, 0, 5, 10);
        keep(
                0,
                new AssignmentRule(
                        "Large", List.of(new Condition.Amount(Kind.AMOUNT_AT_LEAST, Money.of(20_000, "EUR"))), large));
        settle();
        assertThat(plan(invoice).policyName()).isEqualTo("Standard");

        assertThat(world.in(tenant, () -> assignments.moveRunning(0))).isEqualTo(new Outcome.Outdated(1));
        assertThat(world.in(tenant, () -> assignments.moveRunning(1))).isEqualTo(new Outcome.Done(1));
        settle();

        var moved = plan(invoice);
        assertThat(moved.policyName()).isEqualTo("Large");
        assertThat(moved.cycle()).isEqualTo(2);
        assertThat(moved.steps()).extracting(Plans.PlanStep::offsetDays).containsExactly(5, 10);
        assertThat(moved.earlier())
                .extracting(Plans.PlanStep::state)
                .containsExactly(Plans.State.SKIPPED, Plans.State.SENT);
        assertThat(plan(other).cycle()).isEqualTo(1);
        assertThat(sent()).hasSize(1);

        walk(Duration.ofDays(6), Duration.ofHours(12));
        assertThat(outcomes(invoice)).containsEntry("2/3", "SENT STEP_DUE").doesNotContainKeys("2/1", "2/2");
        assertThat(sent()).hasSize(2);
    }

    @Test
    void movesThePlansOfManyCustomersBitByBit() {
        var brisk = policy("Brisk", 20, 25);
        manyInvoices(450, 450);
        assertThat(count("select count(*) from reminders.plan where cycle = 1")).isEqualTo(450);
        keep(0, new AssignmentRule("Euros", List.of(new Condition.Code(Kind.CURRENCY, "EUR")), brisk));
        world.in(tenant, () -> assignments.moveRunning(1));
        settle();

        assertThat(count("select count(*) from reminders.plan where state = 'RUNNING' and policy_id = '%s'"
                        .formatted(brisk)))
                .isEqualTo(450);
        assertThat(count("select max(cycle) from reminders.plan")).isEqualTo(2);
        assertThat(count("select count(*) from reminders.scheduled_step")).isEqualTo(900);
    }

    @Test
    void anImportIsPlannedByTheRulesWithAFewStatements() {
        var brisk = policy("Brisk", 20, 25);
        keep(
                0,
                new AssignmentRule(
                        "Even",
                        List.of(
                                new Condition.Text(Kind.NUMBER_BEGINS, "EVEN"),
                                new Condition.Count(Kind.TERMS_AT_LEAST, 10)),
                        brisk),
                new AssignmentRule("Late", List.of(new Condition.Count(Kind.PAID_LATE_AT_LEAST, 9)), brisk));
        manyInvoices(2, 1);
        int few = manyInvoices(10, 5);
        int many = manyInvoices(1_000, 50);

        assertThat(few).isPositive();
        assertThat(many).isEqualTo(few).isLessThan(12);
        assertThat(count("select count(*) from reminders.plan where policy_id = '%s'".formatted(brisk)))
                .isEqualTo(506);
        assertThat(count("select count(*) from reminders.plan")).isEqualTo(1_012);
    }

    @Test
    void refusesWhatCannotBeAndWhatSomebodyElseReplaced() {
        var gentle = policy("Gentle", 10);
        var stranger = new CustomerId(Ids.next());
        var euros = new Condition.Code(Kind.CURRENCY, "EUR");
        var outcome = world.in(
                tenant,
                () -> assignments.replace(
                        0,
                        List.of(
                                new AssignmentRule("Euros", List.of(euros), new PolicyId(Ids.next())),
                                new AssignmentRule(
                                        " ", List.of(euros, new Condition.OneOf(List.of(stranger))), gentle))));

        assertThat(((Outcome.Refused) outcome).problems())
                .extracting(RuleProblem::field, RuleProblem::textKey, RuleProblem::rule, RuleProblem::condition)
                .containsExactly(
                        tuple("policy", "reminders.rule.POLICY_UNKNOWN", 1, 0),
                        tuple("name", "reminders.rule.NAME_MISSING", 2, 0),
                        tuple("conditions", "reminders.rule.CUSTOMER_UNKNOWN", 2, 2));

        var rule = new AssignmentRule("Euros", List.of(euros), gentle);
        keep(0, rule);
        assertThat(world.in(tenant, () -> assignments.replace(0, List.of()))).isEqualTo(new Outcome.Outdated(1));
        assertThat(world.in(tenant, () -> assignments.replace(1, List.of(rule))))
                .isEqualTo(new Outcome.Done(1));
        assertThat(world.in(tenant, () -> assignments.replace(1, List.of()))).isEqualTo(new Outcome.Done(2));
        assertThat(world.in(tenant, assignments::current)).isEqualTo(new Assignments.Assignment(2, List.of()));
    }

    @Test
    void keepsEveryKindOfConditionAsItWas() {
        var gentle = policy("Gentle", 10);
        var all = List.<Condition>of(
                new Condition.Amount(Kind.AMOUNT_AT_LEAST, Money.of(1, "JPY")),
                new Condition.Amount(Kind.AMOUNT_AT_MOST, Money.of(Money.MAX_MINOR, "EUR")),
                new Condition.Code(Kind.LANGUAGE, "pt"),
                new Condition.OneOf(List.of(world.aCustomer(tenant), world.aCustomer(tenant))),
                new Condition.Text(Kind.CUSTOMER_NAME_CONTAINS, "\"Ö'; --"),
                new Condition.Count(Kind.PAID_LATE_AT_LEAST, 100));
        var rules = List.of(new AssignmentRule("One", all, gentle), new AssignmentRule("Two", all, gentle));
        keep(0, rules.toArray(AssignmentRule[]::new));

        assertThat(world.in(tenant, assignments::current).rules()).isEqualTo(rules);
    }

    @Test
    void nobodyElseSeesOrUsesThem() {
        var gentle = policy("Gentle", 10);
        var customer = world.aCustomer(tenant);
        var mine = new AssignmentRule("Euros", List.of(new Condition.Code(Kind.CURRENCY, "EUR")), gentle);
        keep(0, mine);
        world.anInvoice(tenant, customer, 100, TODAY.plusDays(9));
        settle();
        var other = world.aTenant();

        assertThat(world.in(other, assignments::current)).isEqualTo(new Assignments.Assignment(0, List.of()));
        assertThat(world.in(other, () -> assignments.preview(List.of(mine))).rules())
                .singleElement()
                .satisfies(taken -> assertThat(taken.count()).isZero());
        assertThat(world.in(
                        other,
                        () -> assignments.replace(
                                0,
                                List.of(new AssignmentRule(
                                        "Theirs", List.of(new Condition.OneOf(List.of(customer))), gentle)))))
                .isEqualTo(new Outcome.Refused(List.of(
                        new RuleProblem(RuleProblem.Kind.POLICY_UNKNOWN, 1, 0),
                        new RuleProblem(RuleProblem.Kind.CUSTOMER_UNKNOWN, 1, 1))));
        assertThatThrownBy(() -> Scopes.call(new Scope.Tenant(tenant), assignments::current))
                .isInstanceOfAny(AccessDeniedException.class, AuthenticationCredentialsNotFoundException.class);
    }

    private Assignments.Preview preview(AssignmentRule... rules) {
        return world.in(tenant, () -> assignments.preview(List.of(rules)));
    }

    private void keep(int basedOn, AssignmentRule... rules) {
        assertThat(world.in(tenant, () -> assignments.replace(basedOn, List.of(rules))))
                .isEqualTo(new Outcome.Done(basedOn + 1));
    }

    private PolicyId policy(String name, int... offsets) {
        var draft = new Policies.Draft(
                name,
                IntStream.of(offsets)
                        .mapToObj(days -> new Policies.DraftStep(days, StepChannel.EMAIL, "reminder.due", Tone.NEUTRAL))
                        .toList(),
                List.of());
        return ((Policies.Outcome.Done) world.in(tenant, () -> policies.create(draft))).id();
    }

    private String followed(CustomerId customer, long cents) {
        var invoice = world.anInvoice(tenant, customer, cents, TODAY.plusDays(20));
        settle();
        return plan(invoice).policyName();
    }

    private Plans.InvoicePlan plan(InvoiceId invoice) {
        return world.in(tenant, () -> plans.of(invoice)).orElseThrow();
    }

    /** Issued and due long ago, and paid so many days ago. */
    private void paidInvoice(CustomerId customer, int dueDaysAgo, int paidDaysAgo) {
        world.inTransaction(new Scope.Tenant(tenant), () -> jdbc.sql("""
                        insert into invoicing.invoice (id, customer_id, number, status, currency, total, open, issued_on, due_on,
                                                       paid_on, search, created_at)
                        values (?, ?, ?, 'PAID', 'EUR', 100, 0, ?, ?, ?, '', now())""")
                .param(Ids.next())
                .param(customer.value())
                .param("P-" + dueDaysAgo)
                .param(TODAY.minusDays(dueDaysAgo + 30L))
                .param(TODAY.minusDays(dueDaysAgo))
                .param(TODAY.minusDays(paidDaysAgo))
                .update());
    }

    /** As an import does: so many invoices of so many customers, planned at once. @return statements it took to plan them */
    private int manyInvoices(int number, int customers) {
        var whose = world.in(tenant, () -> IntStream.range(0, customers)
                .mapToObj(i -> ((com.duemate.platform.customers.Customers.Outcome.Done) this.customers.create(
                                new DraftCustomer(null, "Import " + number + "/" + i, null, null, null, null)))
                        .id()
                        .value())
                .toList());
        var ids = IntStream.range(0, number).mapToObj(_ -> Ids.next()).toList();
        return world.inTransaction(new Scope.Tenant(tenant), () -> {
            jdbc.sql("""
                            insert into invoicing.invoice (id, customer_id, number, status, currency, total, open, issued_on,
                                                           due_on, search, created_at)
                            select id, (?::uuid[])[1 + n % ?], case when n % 2 = 0 then 'even-' else 'odd-' end || ? || '-' || n,
                                   'OPEN', 'EUR', 100, 100, ?::date, ?::date, '', now()
                            from unnest(?::uuid[]) with ordinality u (id, n)""")
                    .param(whose.toArray(UUID[]::new))
                    .param(customers)
                    .param(number)
                    .param(TODAY)
                    .param(TODAY.plusDays(10))
                    .param(ids.toArray(UUID[]::new))
                    .update();
            return statements(() -> planning.issued(ids));
        });
    }

    private static int statements(Runnable work) {
        var logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var me = Thread.currentThread();
        var heard = new AtomicInteger();
        var counter = new AppenderBase<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                if (Thread.currentThread() == me && event.getMessage().startsWith("Executing prepared SQL statement")) {
                    heard.incrementAndGet();
                }
            }
        };
        var before = logger.getLevel();
        counter.start();
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        logger.addAppender(counter);
        try {
            work.run();
        } finally {
            logger.detachAppender(counter);
            logger.setAdditive(true);
            logger.setLevel(before);
        }
        return heard.get();
    }
}
