package com.duemate.platform.reminders.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.reminders.Plans;
import com.duemate.platform.reminders.adaptive.AdaptiveSettings;
import com.duemate.platform.reminders.adaptive.AdaptiveTiming;
import com.duemate.platform.reminders.adaptive.AdaptiveTiming.Outcome;
import com.duemate.platform.reminders.adaptive.Advice;
import com.duemate.platform.reminders.adaptive.Comparison.Verdict;
import com.duemate.platform.reminders.adaptive.Leeway;
import com.duemate.platform.reminders.adaptive.UsualHours;
import com.duemate.platform.scope.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/** Customers with habits, the engine that follows them, and those who are held out. */
class AdaptiveLifeTest extends EngineLife {

    private static final AdaptiveSettings ON = new AdaptiveSettings(true, 20, Leeway.KEEP);
    private static final AdaptiveSettings OFF = new AdaptiveSettings(false, 20, Leeway.KEEP);
    private static final AdaptiveSettings HALF = new AdaptiveSettings(true, 50, Leeway.KEEP);

    @Autowired
    AdaptiveTiming adaptive;

    @Autowired
    Plans plans;

    @Test
    void remindersFollowTheHabitsOfThoseWhoAreNotHeldOut() {
        clock.set(NIGHT);
        var habitual = new ArrayList<CustomerId>();
        for (int i = 0; i < 16; i++) {
            var customer = world.aCustomer(tenant);
            paysAt(customer, 16, 7);
            habitual.add(customer);
        }
        var thin = world.aCustomer(tenant);
        paysAt(thin, 16, 5);
        var all = new ArrayList<InvoiceId>();
        habitual.forEach(customer -> all.add(world.anInvoice(tenant, customer, 5_000, TODAY.plusDays(6))));
        world.anInvoice(tenant, thin, 5_000, TODAY.plusDays(6));
        settle();
        assertThat(hours()).containsExactly("10:00 x 17");

        assertThat(change(HALF)).isInstanceOf(Outcome.Done.class);
        settle();

        assertThat(
                        text(
                                "select acts || ' ' || usual_from || '-' || usual_to from reminders.habit where usual_from is not null"))
                .hasSize(16)
                .containsOnly("7 16-17");
        long early = count("select count(distinct customer_id) from reminders.scheduled_step"
                + " where (due_at at time zone 'Europe/Lisbon')::time = '10:00'");
        assertThat(early).as("held out, and the thin one").isBetween(2L, 16L);
        // Invoices that come later are planned at the customer's hour at once.
        var late = world.anInvoice(tenant, habitual.getFirst(), 7_000, TODAY.plusDays(30));
        settle();
        assertThat(text("select distinct extract(hour from due_at at time zone 'Europe/Lisbon')::text"
                        + " from reminders.scheduled_step where customer_id in"
                        + " (select customer_id from reminders.plan where invoice_id = '" + late + "')"))
                .hasSize(1);

        var foretold = world.in(tenant, () -> plans.upcoming(7, 200)).next().stream()
                .map(send -> send.at().toString())
                .sorted()
                .toList();
        clock.set(TODAY.plusDays(3).atTime(9, 0).toInstant(ZoneOffset.UTC));
        settle();
        clock.set(TODAY.plusDays(3).atTime(10, 0).toInstant(ZoneOffset.UTC));
        settle();
        assertThat(sent()).hasSize((int) early);
        clock.set(TODAY.plusDays(3).atTime(16, 0).toInstant(ZoneOffset.UTC));
        settle();
        assertThat(sent()).hasSize(17);
        assertThat(text(
                        "select to_char(decided_at at time zone 'utc', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') from reminders.decision"
                                + " where outcome = 'SENT' order by 1"))
                .isEqualTo(foretold.stream()
                        .filter(at -> at.startsWith(TODAY.plusDays(3).toString()))
                        .toList());
        assertThat(text(
                        "select distinct arm || to_char(decided_at at time zone 'Europe/Lisbon', ' HH24:MI') from reminders.decision"
                                + " where arm is not null and outcome = 'SENT' order by 1"))
                .containsExactly("ADAPTED 16:00", "HELD_OUT 10:00");
        assertThat(world.in(tenant, () -> adaptive.of(thin))).isEqualTo(new Advice.Nothing(Advice.Why.THIN));
        assertThat(habitual.stream()
                        .map(customer -> world.in(tenant, () -> adaptive.of(customer)))
                        .filter(Advice.Given.class::isInstance))
                .hasSize(17 - (int) early)
                .containsOnly(new Advice.Given(new UsualHours(16, 17), Map.of()));
        assertThat(count("select count(*) from reminders.decision where arm is null"))
                .isEqualTo(1);
        assertThat(all.stream().map(this::told))
                .allMatch(said -> said.contains("because this customer usually pays or answers between")
                        || said.contains("one of those kept for comparison."));
    }

    @Test
    void switchedOffEverythingIsAsThePolicySaysAndNothingIsKept() {
        clock.set(NIGHT);
        var customer = world.aCustomer(tenant);
        paysAt(customer, 16, 8);
        world.anInvoice(tenant, customer, 5_000, TODAY.plusDays(6));
        change(new AdaptiveSettings(true, 5, Leeway.EITHER));
        settle();
        assertThat(count("select count(*) from reminders.habit")).isEqualTo(1);

        change(OFF);
        settle();

        assertThat(hours()).containsExactly("10:00 x 1");
        assertThat(count("select count(*) from reminders.habit")).isZero();
        assertThat(world.in(tenant, adaptive::current).on()).isFalse();
        assertThat(text("select action from audit.entry where action = 'reminders.changeAdaptiveTiming'"))
                .hasSize(2);
    }

    @Test
    void whatComesRightAfterAMessageIsItsEchoAndNoHabit() {
        clock.set(NIGHT);
        var customer = world.aCustomer(tenant);
        paysAt(customer, 16, 6);
        inTenant("""
                insert into notifications.message (id, kind, variant, intent, customer_id, channel, address, recipient_name, locale,
                                                   subject, html, text, subjects, status, queued_at, sent_at)
                select gen_random_uuid(), 'reminder', 'x', 'x' || id, customer_id, 'EMAIL', 'a@example.com', 'A', 'en', 's', 'h', 't',
                       '{}', 'SENT', started_at - interval '40 minutes', started_at from payments.payment
                order by started_at limit 1""");
        change(ON);
        settle();

        assertThat(text("select acts || ' ' || (usual_from is null) from reminders.habit"))
                .containsExactly("5 true");
    }

    @Test
    void whatTheOfficeWroteDownSaysNothingOfTheCustomer() {
        clock.set(NIGHT);
        beganAt(world.aCustomer(tenant), 16, 9, "manual");
        change(ON);
        settle();
        assertThat(count("select count(*) from reminders.habit")).isZero();
    }

    @Test
    void habitsAreLookedAtAnewEveryNight() {
        clock.set(NIGHT);
        var customer = world.aCustomer(tenant);
        change(ON);
        settle();
        paysAt(customer, 16, 6);
        settle();
        assertThat(count("select count(*) from reminders.habit")).isZero();

        clock.set(NIGHT.plusSeconds(26 * 3600));
        settle();

        assertThat(text("select acts::text from reminders.habit")).containsExactly("6");
        assertThat(text("select (learns_at > '2026-03-05')::text from reminders.adaptive"))
                .containsExactly("true");
    }

    @Test
    void sidesAreComparedOnceTheirRemindersAreOldEnough() {
        clock.set(NIGHT);
        change(HALF);
        var people = new ArrayList<CustomerId>();
        for (int i = 0; i < 50; i++) {
            people.add(world.aCustomer(tenant));
        }
        for (int i = 0; i < 50; i++) {
            var arm = i < 25 ? "ADAPTED" : "HELD_OUT";
            int days = i < 25 ? 2 + i % 3 : 5 + i % 4;
            reminded(people.get(i), arm, days, i != 0);
        }
        assertThat(world.in(tenant, adaptive::comparison).adapted().customers()).isZero();

        clock.set(NIGHT.plusSeconds(15 * 24 * 3600));
        var comparison = world.in(tenant, adaptive::comparison);

        assertThat(comparison.adapted().customers()).isEqualTo(25);
        assertThat(comparison.heldOut().reminders()).isEqualTo(25);
        // 24 who paid after 2, 3, 4 days in turn, the first of them never: 14.
        assertThat(comparison.adapted().days()).isEqualTo((72 + 14) / 25.0);
        assertThat(comparison.adapted().paidWithin()).containsExactly(0.0, 16 / 25.0, 24 / 25.0, 24 / 25.0);
        assertThat(comparison.days().verdict()).isEqualTo(Verdict.BETTER);
        assertThat(comparison.paid().verdict()).isEqualTo(Verdict.CHANCE);
        assertThat(Objects.requireNonNull(comparison.since())).isEqualTo(NIGHT);

        change(ON);
        assertThat(world.in(tenant, adaptive::comparison).days().verdict()).isEqualTo(Verdict.TOO_FEW);
    }

    @Test
    void refusesAShareThatComparesNothing() {
        for (int percent : List.of(4, 51, -1)) {
            assertThat(change(new AdaptiveSettings(true, percent, Leeway.KEEP)))
                    .isEqualTo(new Outcome.Refused("holdOut", "reminders.adaptive.holdOut"));
        }
        assertThat(world.in(tenant, adaptive::current)).isEqualTo(AdaptiveSettings.STANDARD);
    }

    @Test
    void anotherTenantSeesNoneOfIt() {
        var customer = world.aCustomer(tenant);
        clock.set(NIGHT);
        paysAt(customer, 9, 6);
        change(ON);
        settle();
        var other = world.aTenant();

        assertThat(world.in(other, adaptive::current)).isEqualTo(AdaptiveSettings.STANDARD);
        assertThat(world.in(other, adaptive::comparison).known()).isZero();
        for (var table : List.of("reminders.adaptive", "reminders.habit", "arrangements.pub_asked")) {
            assertThat(count(other, "select count(*) from " + table)).as(table).isZero();
        }
        assertThat(count("select count(*) from reminders.habit")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select hold_out from reminders.adaptive",
                "select * from reminders.habit",
                "update reminders.adaptive set learns_at = now()",
                "delete from reminders.adaptive"
            })
    void theEngineSeesOnlyWhenItIsTime(String statement) {
        assertThatThrownBy(() -> world.inTransaction(
                        new Scope.Engine(),
                        () -> jdbc.sql(statement).query(String.class).list()))
                .isInstanceOf(DataAccessException.class);
    }

    private Outcome change(AdaptiveSettings wanted) {
        return world.in(tenant, () -> adaptive.change(wanted));
    }

    /** Began to pay at twenty past this hour of Lisbon, on as many days in winter. */
    private void paysAt(CustomerId customer, int hour, int times) {
        beganAt(customer, hour, times, "sandbox");
    }

    private void beganAt(CustomerId customer, int hour, int times, String provider) {
        for (int i = 0; i < times; i++) {
            var at = LocalDate.of(2026, 1, 5).plusDays(5L * i).atTime(hour, 20).toInstant(ZoneOffset.UTC);
            world.inTransaction(new Scope.Tenant(tenant), () -> jdbc.sql("""
                                    insert into payments.payment (id, customer_id, provider, method, currency, amount, status, started_at)
                                    values (?, ?, ?, 'card', 'EUR', 100, 'DECLINED', ?)""")
                    .params(Ids.next(), customer.value(), provider, at.atOffset(ZoneOffset.UTC))
                    .update());
        }
    }

    /** A reminder that went out now, and was paid so many days after, or never. */
    private void reminded(CustomerId customer, String arm, int days, boolean paid) {
        var invoice = world.anInvoice(tenant, customer, 5_000, TODAY.plusDays(60));
        settle();
        var message = Ids.next();
        inTenant("""
                insert into notifications.message (id, kind, variant, intent, customer_id, channel, address, recipient_name, locale,
                                                   subject, html, text, subjects, status, queued_at, sent_at)
                values ('%s', 'reminder', 'x', '%s', '%s', 'EMAIL', 'a@example.com', 'A', 'en', 's', 'h', 't', '{}', 'SENT', '%s', '%s')""".formatted(message, message, customer, clock.now(), clock.now()));
        inTenant("""
                insert into reminders.decision (invoice_id, cycle, position, customer_id, outcome, reason, facts, message_id, arm, decided_at)
                values ('%s', 9, 1, '%s', 'SENT', 'STEP_DUE', '{"TONE": "FRIENDLY"}', '%s', '%s', '%s')""".formatted(invoice, customer, message, arm, clock.now()));
        if (paid) {
            Instant now = clock.now();
            clock.set(now.plusSeconds(days * 24L * 3600));
            pay(customer, invoice, 5_000);
            clock.set(now);
        }
    }

    private String told(InvoiceId invoice) {
        return world.in(tenant, () -> plans.of(invoice)).orElseThrow().steps().stream()
                .filter(step -> step.state() == Plans.State.SENT)
                .map(step -> Objects.requireNonNull(step.said()))
                .findFirst()
                .orElse("");
    }

    /** Times of the first steps that wait, in Lisbon. */
    private List<String> hours() {
        return text(
                "select to_char(due_at at time zone 'Europe/Lisbon', 'HH24:MI') || ' x ' || count(*) from reminders.scheduled_step"
                        + " where position = 1 group by to_char(due_at at time zone 'Europe/Lisbon', 'HH24:MI') order by 1");
    }

    private void inTenant(String statement) {
        world.inTransaction(new Scope.Tenant(tenant), () -> jdbc.sql(statement).update());
    }

    private long count(TenantId other, String sql) {
        return world.inTransaction(
                new Scope.Tenant(other), () -> jdbc.sql(sql).query(Long.class).single());
    }
}
