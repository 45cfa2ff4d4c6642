package com.duemate.platform.reminders.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.duemate.platform.arrangements.Arrangements;
import com.duemate.platform.customers.Customers;
import com.duemate.platform.customers.DraftCustomer;
import com.duemate.platform.invoicing.DraftInvoice;
import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.Invoices;
import com.duemate.platform.invoicing.Settlements;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.messaging.Engines;
import com.duemate.platform.notifications.MessageStatus;
import com.duemate.platform.notifications.MessageSummary;
import com.duemate.platform.notifications.Messages;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.testkit.PlatformTest;
import com.duemate.platform.testkit.SettableClock;
import com.duemate.platform.testkit.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The engine on a real database: what it promises through weeks, absences, crashes and company. */
@PlatformTest
class DueEngineTest {

    private static final LocalDate TODAY = LocalDate.ofInstant(SettableClock.START, ZoneId.of("UTC"));

    private static final Instant NIGHT = Instant.parse("2026-03-03T03:00:00Z");
    private static final Instant MORNING = Instant.parse("2026-03-03T10:00:00Z");

    @Autowired
    World world;

    @Autowired
    SettableClock clock;

    @Autowired
    Engines engines;

    @Autowired
    Customers customers;

    @Autowired
    Settlements settlements;

    @Autowired
    Arrangements arrangements;

    @Autowired
    Messages messages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DueEngine engine;

    @Autowired
    Turn turn;

    @Autowired
    Invoices invoices;

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
    void walksSixtyDaysWithinEveryPromise() {
        var zones = List.of("Europe/Lisbon", "America/New_York", "Asia/Tokyo", "Pacific/Auckland", "Asia/Kolkata");
        var zoneOf = new HashMap<CustomerId, ZoneId>();
        var later = new LinkedHashMap<InvoiceId, CustomerId>();
        for (int i = 0; i < 30; i++) {
            var zone = zones.get(i % zones.size());
            var customer = aCustomerIn(zone);
            zoneOf.put(customer, ZoneId.of(zone));
            for (int n = 0; n < 1 + i % 3; n++) {
                var invoice = world.anInvoice(
                        tenant, customer, 10_000, TODAY.minusDays(25).plusDays(3 * i + 9 * n));
                if (i % 3 == n) {
                    later.put(invoice, customer);
                }
            }
        }
        walk(Duration.ofDays(20), Duration.ofHours(3));
        later.forEach((invoice, customer) -> pay(customer, invoice, 10_000));
        var paidAt = clock.now();
        walk(Duration.ofDays(40), Duration.ofHours(3));

        var days = new HashMap<CustomerId, HashSet<LocalDate>>();
        for (var message : sent()) {
            var customer = message.customer();
            var local = message.queuedAt().atZone(zoneOf.get(customer));
            assertThat(local.toLocalTime()).isBetween(LocalTime.of(8, 0), LocalTime.of(20, 59, 59));
            assertThat(days.computeIfAbsent(customer, _ -> new HashSet<>()).add(local.toLocalDate()))
                    .as("twice on a day")
                    .isTrue();
            if (message.queuedAt().isAfter(paidAt)) {
                assertThat(message.subjects())
                        .doesNotContainAnyElementsOf(
                                later.keySet().stream().map(InvoiceId::value).toList());
            }
        }
        assertThat(sent()).hasSizeGreaterThan(40);
        assertThat(count("select count(*) from reminders.decision where outcome = 'SENT'"))
                .isEqualTo(sent().size());
        assertThat(count("select count(*) from reminders.scheduled_step where due_at <= '" + clock.now() + "'"))
                .isZero();
        assertThat(count("""
                        select count(*) from reminders.plan p join reminders.scheduled_step s
                        on s.invoice_id = p.invoice_id and s.cycle = p.cycle where p.state <> 'RUNNING'""")).isZero();
        assertThat(count("""
                        select count(*) from (select invoice_id from reminders.plan) p
                        where 5 <> (select count(*) from reminders.decision d where d.invoice_id = p.invoice_id)
                                 + (select count(*) from reminders.scheduled_step s where s.invoice_id = p.invoice_id)""")).isZero();
    }

    @Test
    void afterTenDaysDownWritesOnceAtTheRightLevelAndSaysWhyNotBefore() {
        var customer = world.aCustomer(tenant);
        var invoice = world.anInvoice(tenant, customer, 20_000, TODAY.plusDays(3));
        settle();
        assertThat(sent()).isEmpty();
        walk(Duration.ofDays(10).plusHours(2), Duration.ofDays(11));

        assertThat(sent()).hasSize(1);
        assertThat(outcomes(invoice))
                .containsEntry("1/1", "SKIPPED SUPERSEDED_BY_LATER_STEP")
                .containsEntry("1/2", "SKIPPED SUPERSEDED_BY_LATER_STEP")
                .containsEntry("1/3", "SENT STEP_DUE")
                .hasSize(3);
        var content = world.in(tenant, () -> messages.find(sent().getFirst().id())).orElseThrow();
        assertThat(content.text()).contains("€200.00").containsPattern("/p/\\S+/invoices/" + invoice + "\\.pdf");
    }

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
                () -> settlements.settle(new Settlements.Receipt(
                        Ids.next(), rich, Money.of(5_000, "EUR"), List.of(), clock.now())));
        world.inTransaction(
                new Scope.Tenant(tenant),
                () -> jdbc.sql("""
                                insert into notifications.suppression (channel, address, customer_id, reason, at)
                                select 'EMAIL', email, id, 'UNSUBSCRIBED', now() from customers.customer where id = ?""")
                        .param(refusing.value())
                        .update());
        clock.set(MORNING);
        settle();

        assertThat(sent()).isEmpty();
        assertThat(outcomes(refused)).containsEntry("1/3", "SKIPPED SUPPRESSED");
        assertThat(text("select reason from reminders.scheduled_step where reason is not null"))
                .containsExactly("COVERED_BY_CREDIT");
    }

    @Test
    void whatIsDeletedLeavesNothingToWakeFor() {
        var gone = world.aCustomer(tenant);
        var stays = world.aCustomer(tenant);
        var deleted = List.of(
                world.anInvoice(tenant, gone, 5_000, TODAY.plusDays(10)),
                world.anInvoice(tenant, stays, 5_000, TODAY.plusDays(10)));
        settle();
        world.inTransaction(new Scope.Tenant(tenant), () -> {
            jdbc.sql("delete from invoicing.invoice where id = any(?)")
                    .param(deleted.stream().map(InvoiceId::value).toArray(UUID[]::new))
                    .update();
            return jdbc.sql("delete from customers.customer where id = ?")
                    .param(gone.value())
                    .update();
        });
        walk(Duration.ofDays(50), Duration.ofDays(50));
        assertThat(count("select count(*) from reminders.scheduled_step")).isZero();
        assertThat(count("select count(*) from reminders.plan")).isZero();
    }

    @Test
    void manyWorkersAtOnceDecideEachStepOnce() throws Exception {
        clock.set(NIGHT);
        for (int i = 0; i < 20; i++) {
            var customer = world.aCustomer(tenant);
            world.anInvoice(tenant, customer, 5_000, TODAY.minusDays(20));
            world.anInvoice(tenant, customer, 5_000, TODAY.minusDays(8));
        }
        settle();
        assertThat(text("select distinct reason from reminders.scheduled_step where reason is not null"))
                .containsExactly("QUIET_HOURS");
        clock.set(MORNING);
        try (var threads = Executors.newFixedThreadPool(4)) {
            var rounds = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < 40; i++) {
                rounds.add(engine::round);
            }
            for (var each : threads.invokeAll(rounds)) {
                each.get();
            }
        }
        settle();
        assertThat(sent()).hasSize(20);
        assertThat(count("select count(*) from reminders.decision where outcome in ('SENT', 'GROUPED')"))
                .isEqualTo(40);
    }

    @Test
    void whatAWorkerClaimedAndNeverWeighedIsDoneOnceByTheNext() {
        clock.set(NIGHT);
        var customer = world.aCustomer(tenant);
        world.anInvoice(tenant, customer, 5_000, TODAY.minusDays(8));
        settle();
        var dead = engine.claim(MORNING);
        assertThat(engine.claim(MORNING).customers()).doesNotContainKey(tenant);

        world.inTransaction(new Scope.Tenant(tenant), () -> jdbc.sql(
                        "update reminders.scheduled_step set leased_until = clock_timestamp() - interval '1 s'")
                .update());
        var next = engine.claim(MORNING);
        assertThat(next.customers()).containsEntry(tenant, new LinkedHashSet<>(Set.of(customer)));

        var part = new DueEngine.Part(tenant, List.of(customer));
        assertThat(engine.weigh(part, dead.fence(), MORNING)).isZero();
        assertThat(engine.weigh(part, next.fence(), MORNING)).isEqualTo(1);
        assertThat(engine.weigh(part, next.fence(), MORNING)).isZero();
        settle();
        assertThat(sent()).hasSize(1);
    }

    @Test
    void oneCustomerThatCannotBeWeighedHoldsUpNobodyAndIsNotForgotten() {
        clock.set(NIGHT);
        var odd = world.aCustomer(tenant);
        var fine = world.aCustomer(tenant);
        world.anInvoice(tenant, odd, 5_000, TODAY.minusDays(8));
        world.anInvoice(tenant, fine, 5_000, TODAY.minusDays(8));
        settle();
        setZone(odd, "Nowhere/Land");
        clock.set(MORNING);
        settle();
        assertThat(sent()).extracting(MessageSummary::customer).containsExactly(fine);
        assertThat(count("select max(failures) from reminders.scheduled_step")).isPositive();

        setZone(odd, "Europe/Lisbon");
        world.inTransaction(new Scope.Tenant(tenant), () -> jdbc.sql(
                        "update reminders.scheduled_step set ready_at = clock_timestamp()")
                .update());
        settle();
        assertThat(sent()).extracting(MessageSummary::customer).containsExactlyInAnyOrder(fine, odd);
    }

    private void setZone(CustomerId customer, String zone) {
        world.inTransaction(
                new Scope.Tenant(tenant), () -> jdbc.sql("update customers.customer set zone = ? where id = ?")
                        .params(zone, customer.value())
                        .update());
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
            turn.take(List.of(customer), fence, MORNING);
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

    private void redate(InvoiceId invoice, CustomerId customer, LocalDate dueOn) {
        var outcome = world.in(
                tenant,
                () -> invoices.update(
                        invoice,
                        new DraftInvoice(
                                customer,
                                null,
                                dueOn.minusDays(30),
                                dueOn,
                                null,
                                List.of(DraftInvoice.Line.of("Design work", 20_000)),
                                null)));
        assertThat(outcome).isInstanceOf(Invoices.Outcome.Done.class);
    }

    private CustomerId aCustomerIn(String zone) {
        var number = Ids.next().toString();
        var outcome = world.in(
                tenant,
                () -> customers.create(new DraftCustomer(
                        number, "Customer " + number, "c" + number + "@example.com", null, null, zone)));
        return ((Customers.Outcome.Done) outcome).id();
    }

    private void pay(CustomerId customer, InvoiceId invoice, long cents) {
        world.inTransaction(
                new Scope.Tenant(tenant),
                () -> settlements.settle(new Settlements.Receipt(
                        Ids.next(), customer, Money.of(cents, "EUR"), List.of(invoice), clock.now())));
    }

    private void walk(Duration way, Duration pace) {
        settle();
        for (var end = clock.now().plus(way); clock.now().isBefore(end); ) {
            clock.advance(pace);
            settle();
        }
    }

    private void settle() {
        engines.wake();
        world.untilQuiet();
    }

    private List<MessageSummary> sent() {
        return world.in(tenant, () -> {
            var all = new ArrayList<MessageSummary>();
            String cursor = null;
            do {
                var page = messages.list(new Messages.MessageQuery(null, "reminder", List.of(), 200, cursor));
                all.addAll(page.items());
                cursor = page.next();
            } while (cursor != null);
            return all;
        });
    }

    /** By cycle and level. */
    private Map<String, String> outcomes(InvoiceId invoice) {
        return world.inTransaction(new Scope.Tenant(tenant), () -> {
            var outcomes = new HashMap<String, String>();
            jdbc.sql("""
                            select cycle || '/' || position, outcome || ' ' || reason from reminders.decision
                            where invoice_id = ?""").param(invoice.value()).query(row -> {
                outcomes.put(row.getString(1), row.getString(2));
            });
            return outcomes;
        });
    }

    private List<String> text(String sql) {
        return world.inTransaction(
                new Scope.Tenant(tenant),
                () -> jdbc.sql(sql).query(String.class).list());
    }

    private long count(String sql) {
        return world.inTransaction(
                new Scope.Tenant(tenant), () -> jdbc.sql(sql).query(Long.class).single());
    }
}
