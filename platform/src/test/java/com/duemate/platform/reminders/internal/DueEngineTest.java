package com.duemate.platform.reminders.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.messaging.Ticker;
import com.duemate.platform.notifications.MessageSummary;
import com.duemate.platform.scope.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The engine on a real database: what it promises through weeks, absences, crashes and company. */
class DueEngineTest extends EngineLife {

    @Autowired
    Ticker remindersTicker;

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
        var content =
                world.in(tenant, () -> messages.find(sent().getFirst().id())).orElseThrow();
        assertThat(content.text()).contains("€200.00").containsPattern("/p/\\S+/invoices/" + invoice + "\\.pdf");
    }

    @Test
    void fiveDaysDownInTheMiddleOfAMonthCostNobodyMoreThanOneMessage() {
        var invoices = new HashMap<InvoiceId, CustomerId>();
        for (int i = 0; i < 10; i++) {
            var customer = world.aCustomer(tenant);
            for (int n = 0; n < 4; n++) {
                invoices.put(world.anInvoice(tenant, customer, 10_000, TODAY.plusDays(i + 3L * n - 6)), customer);
            }
        }
        walk(Duration.ofDays(8), Duration.ofHours(12));
        var before = sent().size();

        clock.advance(Duration.ofDays(5));
        settle();

        var fresh = sent().stream().limit(sent().size() - before).toList();
        assertThat(fresh).isNotEmpty();
        assertThat(fresh.stream().map(MessageSummary::customer)).doesNotHaveDuplicates();
        for (var invoice : invoices.keySet()) {
            var latest = text("select max(position)::text from reminders.plan p join lateral"
                            + " generate_series(1, 5) position on (array[-3, 0, 7, 14, 30])[position] <= date '"
                            + LocalDate.ofInstant(clock.now(), ZoneOffset.UTC) + "' - p.due_on where p.invoice_id = '"
                            + invoice + "'")
                    .getFirst();
            for (var outcome : outcomes(invoice).entrySet()) {
                if (outcome.getValue().startsWith("SENT") || outcome.getValue().startsWith("GROUPED")) {
                    continue;
                }
                assertThat(outcome.getKey()).as("left out at the level reached").isNotEqualTo("1/" + latest);
                assertThat(outcome.getValue()).isIn("SKIPPED SUPERSEDED_BY_LATER_STEP", "SKIPPED PAST_DUE_DATE");
            }
        }
        assertThat(count("select count(*) from reminders.decision where outcome = 'SKIPPED'"))
                .isPositive();
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
        assertThat(dead.tenants()).contains(tenant);
        assertThat(engine.claim(MORNING).tenants()).doesNotContain(tenant);

        world.inTransaction(new Scope.Tenant(tenant), () -> jdbc.sql(
                        "update reminders.turn set leased_until = clock_timestamp() - interval '1 s'")
                .update());
        var next = engine.claim(MORNING);
        assertThat(next.tenants()).contains(tenant);

        assertThat(engine.turn(tenant, dead.fence(), MORNING).customers()).isZero();
        assertThat(engine.turn(tenant, next.fence(), MORNING).customers()).isEqualTo(1);
        assertThat(engine.turn(tenant, next.fence(), MORNING).customers()).isZero();
        settle();
        assertThat(sent()).hasSize(1);
    }

    private void letFiftyFiveFallDue() {
        clock.set(NIGHT);
        for (int i = 0; i < 55; i++) {
            world.anInvoice(tenant, world.aCustomer(tenant), 5_000, TODAY.minusDays(8));
        }
        settle();
    }

    @Test
    void aTenantWithVeryManyDueGivesWayAfterFiftyMessages() {
        letFiftyFiveFallDue();
        var claim = engine.claim(MORNING);
        assertThat(engine.turn(tenant, claim.fence(), MORNING).customers()).isEqualTo(50);
        assertThat(count("select count(*) from reminders.turn where leased_until > clock_timestamp()"))
                .as("its turn is over")
                .isZero();
        assertThat(count("select count(*) from reminders.scheduled_step where due_at <= '" + MORNING + "'"))
                .isEqualTo(5);
    }

    @Test
    void aTenantThatNobodyWaitsBehindHasTurnsUntilNothingIsDue() {
        letFiftyFiveFallDue();
        remindersTicker.stop();
        try {
            clock.set(MORNING);
            assertThat(engine.round(Duration.ofMinutes(1))).isTrue();
            assertThat(count("select count(*) from reminders.scheduled_step where due_at <= '" + MORNING + "'"))
                    .isZero();
        } finally {
            remindersTicker.start();
        }
        settle();
        assertThat(sent()).hasSize(55);
    }

    /** A look begins behind what was decided, but not when it finds nothing there. */
    @Test
    void aStepThatComesWithAnEarlierTimeThanWhatWasDecidedIsFound() {
        clock.set(NIGHT);
        var first = world.aCustomer(tenant);
        var late = world.aCustomer(tenant);
        world.anInvoice(tenant, first, 5_000, TODAY.minusDays(8));
        world.anInvoice(tenant, late, 5_000, TODAY.minusDays(8));
        settle();
        remindersTicker.stop();
        try {
            clock.set(MORNING);
            wake(late, MORNING.plusSeconds(60));
            assertThat(engine.round(Duration.ZERO)).isTrue();
            assertThat(engine.round(Duration.ZERO)).as("nothing more is due").isFalse();
            wake(late, NIGHT.minusSeconds(60));
            assertThat(engine.round(Duration.ZERO)).isTrue();
            assertThat(count("select count(*) from reminders.scheduled_step where due_at <= '" + MORNING + "'"))
                    .isZero();
        } finally {
            remindersTicker.start();
        }
    }

    /** It may have a step before those that were decided. */
    @Test
    void aTenantWithSomebodyWhoWasHeldIsLookedAtFromTheBeginning() {
        clock.set(NIGHT);
        var held = world.aCustomer(tenant);
        var free = world.aCustomer(tenant);
        world.anInvoice(tenant, held, 5_000, TODAY.minusDays(8));
        world.anInvoice(tenant, free, 5_000, TODAY.minusDays(8));
        settle();
        remindersTicker.stop();
        try {
            clock.set(MORNING);
            wake(held, MORNING.minusSeconds(60));
            wake(free, MORNING.minusSeconds(30));
            assertThat(world.inTransaction(new Scope.Tenant(tenant), () -> {
                        locks.hold(List.of(held));
                        return CompletableFuture.supplyAsync(() -> engine.round(Duration.ZERO))
                                .join();
                    }))
                    .isTrue();
            assertThat(engine.claim(MORNING).tenants()).contains(tenant);
        } finally {
            remindersTicker.start();
        }
    }

    private void wake(CustomerId customer, Instant at) {
        world.inTransaction(new Scope.Tenant(tenant), () -> jdbc.sql(
                        "update reminders.scheduled_step set due_at = ? where customer_id = ? and due_at <= ?")
                .params(
                        at.atOffset(ZoneOffset.UTC),
                        customer.value(),
                        MORNING.plusSeconds(60).atOffset(ZoneOffset.UTC))
                .update());
    }

    /** Not only is nothing sent twice: nobody even tries, so that no work is thrown away. */
    @Test
    void aCustomerIsWeighedByOneWorkerAtATime() throws Exception {
        clock.set(NIGHT);
        var customer = world.aCustomer(tenant);
        world.anInvoice(tenant, customer, 5_000, TODAY.minusDays(8));
        settle();
        var claim = engine.claim(MORNING);
        int weighed = 0;
        try (var threads = Executors.newFixedThreadPool(8)) {
            var turns = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < 8; i++) {
                turns.add(() -> engine.turn(tenant, claim.fence(), MORNING).customers());
            }
            for (var each : threads.invokeAll(turns)) {
                weighed += each.get();
            }
        }
        assertThat(weighed).isEqualTo(1);
        assertThat(count("select count(*) from reminders.decision where outcome = 'SENT'"))
                .isEqualTo(1);
        assertThat(count("select coalesce(sum(failures), 0)::bigint from reminders.scheduled_step"))
                .isZero();
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

    /** Its many stay with it: at the mail server they would stand before everybody else's few. */
    @Test
    void aTenantWithEnoughOnItsWayHasNoTurn() {
        clock.set(NIGHT);
        var customer = world.aCustomer(tenant);
        world.anInvoice(tenant, customer, 5_000, TODAY.minusDays(8));
        settle();
        world.inTransaction(
                new Scope.Tenant(tenant),
                () -> jdbc.sql("""
                        insert into notifications.message (id, kind, variant, intent, channel, address, recipient_name, locale, subject,
                                                           html, text, subjects, queued_at, ready_at, fence)
                        select gen_random_uuid(), 'reminder', '', 'planted ' || n, 'EMAIL', 'a@example.com', '', 'en', '', '', '', '{}',
                               ?, clock_timestamp() + interval '1 hour', 1 from generate_series(1, 200) n""").param(NIGHT.atOffset(ZoneOffset.UTC)).update());
        clock.set(MORNING);
        var fence = engine.claim(MORNING).fence();
        assertThat(engine.turn(tenant, fence, MORNING).customers()).isZero();
        assertThat(count("select count(*) from notifications.message")).isEqualTo(200);

        world.inTransaction(new Scope.Tenant(tenant), () -> jdbc.sql("""
                        update notifications.message set status = 'SENT'
                        where id = (select id from notifications.message limit 1)""").update());
        settle();
        assertThat(count("select count(*) from notifications.message where status = 'CAPTURED'"))
                .isEqualTo(1);
    }
}
