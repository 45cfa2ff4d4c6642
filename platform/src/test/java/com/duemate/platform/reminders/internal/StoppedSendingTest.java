package com.duemate.platform.reminders.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.notifications.MessageStatus;
import com.duemate.platform.notifications.MessageSummary;
import com.duemate.platform.reminders.Plans;
import com.duemate.platform.reminders.safety.Cause;
import com.duemate.platform.reminders.safety.EngineRoom;
import com.duemate.platform.reminders.safety.SendingStops;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.tenancy.TenantRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Kill switches: of a tenant, a reseller and everybody. */
class StoppedSendingTest extends EngineLife {

    @Autowired
    SendingStops stops;

    @Autowired
    EngineRoom room;

    @Autowired
    TenantRegistry registry;

    @Autowired
    Plans plans;

    @AfterEach
    void releaseEverybody() {
        asStaff(() -> room.standing().stream()
                .filter(stop -> stop.target() == null)
                .forEach(stop -> room.release(stop.id())));
        settle();
    }

    @Test
    void nothingIsWeighedOutWhileSendingIsStoppedAndAllIsRightAfter() {
        var owed = owing();
        world.in(tenant, () -> run(() -> stops.stop("The prices were wrong")));
        clock.set(MORNING);
        settle();

        assertThat(sent()).isEmpty();
        var waits = world.in(tenant, () -> plans.of(owed)).orElseThrow().steps().stream()
                .filter(step -> step.state() == Plans.State.WAITING)
                .toList();
        assertThat(waits).singleElement().satisfies(step -> assertThat(step.said())
                .startsWith("Waits: somebody here stopped all sending on 3 Mar 2026"));
        assertThat(world.in(tenant, stops::current)).get().satisfies(stop -> {
            assertThat(stop.words()).isEqualTo("The prices were wrong");
            assertThat(stop.isOwn()).isTrue();
        });

        world.in(tenant, () -> run(stops::release));
        settle();
        assertThat(sent()).extracting(MessageSummary::status).containsExactly(MessageStatus.CAPTURED);
        assertThat(world.in(tenant, stops::current)).isEmpty();
        assertThat(text("select action from audit.entry order by sequence"))
                .contains("reminders.stopSending", "reminders.releaseSending");
    }

    @Test
    void aReleaseAtNightWaitsForTheMorning() {
        owing();
        world.in(tenant, () -> run(() -> stops.stop("Stock-taking")));
        clock.set(MORNING);
        settle();
        clock.set(NIGHT.plus(Duration.ofDays(1)));
        world.in(tenant, () -> run(stops::release));
        settle();

        assertThat(sent()).isEmpty();
        assertThat(text("select reason from reminders.scheduled_step where reason is not null"))
                .containsExactly("QUIET_HOURS");
        clock.set(MORNING.plus(Duration.ofDays(1)));
        settle();
        assertThat(sent()).hasSize(1);
    }

    @Test
    void aQueuedMessageWaitsAndGoesTheSameDay() {
        var owed = owing();
        queueAndStop(owed);
        assertThat(sent())
                .extracting(MessageSummary::status, MessageSummary::reason)
                .containsExactly(tuple(MessageStatus.QUEUED, "notifications.reason.stopped"));

        world.in(tenant, () -> run(stops::release));
        askAgainNow();
        assertThat(sent()).extracting(MessageSummary::status).containsExactly(MessageStatus.CAPTURED);
        assertThat(count("select attempts from notifications.message"))
                .as("waiting is no attempt")
                .isZero();
    }

    @Test
    void aQueuedMessageThatMissedItsDayIsWeighedAgainAndGoesOnce() {
        var owed = owing();
        queueAndStop(owed);
        clock.set(MORNING.plus(Duration.ofDays(3)));
        settle();
        world.in(tenant, () -> run(stops::release));
        askAgainNow();

        assertThat(sent())
                .extracting(MessageSummary::status, MessageSummary::reason)
                .containsExactly(
                        tuple(MessageStatus.CAPTURED, null),
                        tuple(MessageStatus.WITHDRAWN, "reminders.withdrawn.MISSED_ITS_TIME"));
    }

    @Test
    void staffStopATenantAndOnlyStaffReleaseIt() {
        var owed = owing();
        asStaff(() -> room.stopTenant(tenant, "Internal: card testing"));
        world.in(tenant, () -> run(stops::release));
        clock.set(MORNING);
        settle();

        assertThat(sent()).isEmpty();
        assertThat(said(owed)).contains("your provider stopped all sending").doesNotContain("card testing");
        assertThat(world.in(tenant, stops::current)).get().satisfies(stop -> {
            assertThat(stop.words()).isNull();
            assertThat(stop.isOwn()).isFalse();
        });
        asStaff(() -> room.standing().stream()
                .filter(stop -> tenant.equals(stop.target()))
                .forEach(stop -> assertThat(room.release(stop.id())).isTrue()));
        settle();
        assertThat(sent()).hasSize(1);
    }

    @Test
    void staffDoNotReleaseWhatATenantStopped() {
        world.in(tenant, () -> run(() -> stops.stop("Ours")));
        asStaff(() -> {
            var stop = room.standing().stream()
                    .filter(each -> tenant.equals(each.target()))
                    .findFirst()
                    .orElseThrow();
            assertThat(stop.note()).isNull();
            assertThat(room.release(stop.id())).isFalse();
        });
        assertThat(world.in(tenant, stops::current)).isPresent();
    }

    @Test
    void aResellersStopHoldsItAndItsTenantsAndNobodyElse() {
        var reseller = tenant;
        var client = aTenantOf(reseller);
        var stranger = world.aTenant();
        asStaff(() -> room.stopReseller(reseller, "Unpaid"));

        assertThat(world.in(client, stops::current)).isPresent();
        assertThat(world.in(reseller, stops::current)).isPresent();
        assertThat(world.in(stranger, stops::current)).isEmpty();
    }

    @Test
    void everybodyIsStoppedAndReleasedAtOnce() {
        owing();
        asStaff(() -> room.stopAll("The mail provider is blocked"));
        clock.set(MORNING);
        settle();
        assertThat(sent()).isEmpty();
        assertThat(world.in(tenant, stops::current)).get().satisfies(stop -> {
            assertThat(stop.cause()).isEqualTo(Cause.PERSON);
            assertThat(stop.words()).isNull();
        });

        releaseEverybody();
        assertThat(sent()).hasSize(1);
    }

    @Test
    void aStopWantsAReason() {
        assertThatThrownBy(() -> world.in(tenant, () -> run(() -> stops.stop("  "))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> asStaff(() -> room.stopAll("x".repeat(501))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theMonthsAllowanceHolds() {
        asStaff(() -> room.allowReminders(tenant, 2));
        var owed = List.of(owing(), owing(), owing());
        clock.set(MORNING);
        settle();

        assertThat(sent()).hasSize(2);
        var waiting = owed.stream()
                .map(this::said)
                .filter(said -> said.contains("used up"))
                .toList();
        assertThat(waiting).singleElement().asString().startsWith("Waits until 1 Apr 2026");
        assertThat(world.in(tenant, stops::allowance)).get().satisfies(allowance -> {
            assertThat(allowance.monthly()).isEqualTo(2);
            assertThat(allowance.used()).isEqualTo(2);
        });

        asStaff(() -> room.allowReminders(tenant, 3));
        settle();
        assertThat(sent()).hasSize(3);
    }

    private InvoiceId owing() {
        clock.set(NIGHT);
        return world.anInvoice(tenant, world.aCustomer(tenant), 5_000, TODAY.minusDays(8));
    }

    /** The message is queued by the same transaction that stops sending. */
    private void queueAndStop(InvoiceId owed) {
        settle();
        clock.set(MORNING);
        var customer = world.inTransaction(
                new Scope.Tenant(tenant),
                () -> new CustomerId(jdbc.sql("select customer_id from reminders.plan where invoice_id = ?")
                        .param(owed.value())
                        .query(java.util.UUID.class)
                        .single()));
        var fence = engine.claim(MORNING).fence();
        world.inTransaction(new Scope.Tenant(tenant), () -> {
            turn.weigh(due.next(Instant.EPOCH, MORNING, 10, fence).held(), MORNING);
            stops.stop("Wait");
            return true;
        });
        settle();
    }

    private void askAgainNow() {
        settle();
        world.inTransaction(new Scope.Tenant(tenant), () -> jdbc.sql(
                        "update notifications.message set ready_at = now() where status = 'QUEUED'")
                .update());
        settle();
        settle();
    }

    private String said(InvoiceId invoice) {
        return world.in(tenant, () -> plans.of(invoice)).orElseThrow().steps().stream()
                .map(Plans.PlanStep::said)
                .filter(said -> said != null && said.startsWith("Waits"))
                .findFirst()
                .orElse("");
    }

    private TenantId aTenantOf(@Nullable TenantId reseller) {
        return world.inTransaction(
                new Scope.Staff(),
                () -> registry.create(new TenantRegistry.NewTenant(
                        "r" + System.nanoTime() % 1_000_000_000L,
                        "Client",
                        Currency.getInstance("EUR"),
                        Locale.ENGLISH,
                        ZoneId.of("Europe/Lisbon"),
                        true,
                        reseller)));
    }

    private void asStaff(Runnable action) {
        com.duemate.platform.scope.Backstage.run(new Scope.Staff(), action);
    }

    private static boolean run(Runnable action) {
        action.run();
        return true;
    }
}
