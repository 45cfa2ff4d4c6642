package com.duemate.platform.reminders.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.scope.Scope;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A turn is its claimant's, and what is due in it is told with who is held. */
class DueRowsTest extends EngineLife {

    private CustomerId customer = new CustomerId(new UUID(0, 0));
    private CustomerId other = new CustomerId(new UUID(0, 0));

    @BeforeEach
    void twoCustomersAreDueInTheMorning() {
        clock.set(NIGHT);
        customer = world.aCustomer(tenant);
        other = world.aCustomer(tenant);
        world.anInvoice(tenant, customer, 5_000, TODAY.minusDays(8));
        world.anInvoice(tenant, other, 5_000, TODAY.minusDays(8));
        settle();
    }

    /** What is due of a tenant in the same shard would be weighed by other tests. */
    @AfterEach
    void nothingIsLeft() {
        in(() -> jdbc.sql("delete from reminders.scheduled_step").update());
    }

    @Test
    void onlyTheClaimantIsToldWhoIsDue() {
        long fence = engine.claim(MORNING).fence();
        assertThat(in(() -> due.next(Reached.BEGINNING, MORNING, 10, fence - 1).since()))
                .isEmpty();
        assertThat(in(() -> due.look(MORNING, 10, fence).since())).containsOnlyKeys(customer, other);
        assertThatThrownBy(() -> in(() -> due.alone(customer, MORNING, fence - 1)))
                .isInstanceOf(DueRows.TurnLost.class);
        assertThat(in(() -> due.alone(customer, MORNING, fence).held())).containsExactly(customer);
    }

    @Test
    void whatFellDueBeforeIsPassedOver() {
        long fence = engine.claim(MORNING).fence();
        var all = in(() -> due.look(MORNING, 10, fence));
        var last = Objects.requireNonNull(all.last());
        in(() -> jdbc.sql("update reminders.scheduled_step set due_at = ? where customer_id = ? and due_at <= ?")
                .params(last.minusSeconds(1).atOffset(ZoneOffset.UTC), other.value(), MORNING.atOffset(ZoneOffset.UTC))
                .update());
        assertThat(in(() -> due.next(last, MORNING, 10, fence).since())).containsOnlyKeys(customer);
    }

    /** An invoice may be due on 1 January 1970, and its steps fall due the days before. */
    @Test
    void whatFellDueInTheSixtiesIsDue() {
        in(() -> jdbc.sql("update reminders.scheduled_step set due_at = '1969-12-29T09:00:00Z' where customer_id = ?")
                .param(other.value())
                .update());
        long fence = engine.claim(MORNING).fence();
        assertThat(in(() -> due.look(MORNING, 10, fence).since())).containsKey(other);
        assertThat(in(() -> due.next(new Reached().of(tenant).from(), MORNING, 10, fence)
                        .since()))
                .containsKey(other);
    }

    @Test
    void whoIsHeldBySomebodyElseIsDueAndNotHeld() {
        long fence = engine.claim(MORNING).fence();
        in(() -> {
            locks.hold(List.of(customer));
            return elsewhere(() -> {
                var told = due.look(MORNING, 10, fence);
                assertThat(told.since()).containsOnlyKeys(customer, other);
                assertThat(told.held()).containsExactly(other);
                assertThat(due.alone(customer, MORNING, fence).held()).isEmpty();
                return true;
            });
        });
    }

    @Test
    void aTurnIsClaimedAgainWhenItHasEnded() {
        long fence = engine.claim(MORNING).fence();
        in(() -> due.look(MORNING, 10, fence));
        assertThat(engine.claim(MORNING).tenants()).isEmpty();
        in(() -> due.next(Reached.BEGINNING, MORNING, 10, fence));
        assertThat(engine.claim(MORNING).tenants()).contains(tenant);
    }

    @Test
    void aTurnThatEndedWithoutATransactionThatStoodGoesOn() {
        long fence = engine.claim(MORNING).fence();
        assertThatThrownBy(() -> in(() -> {
                    due.next(Reached.BEGINNING, MORNING, 10, fence);
                    throw new IllegalStateException("weighing failed");
                }))
                .hasMessage("weighing failed");
        assertThat(engine.claim(MORNING).tenants()).isEmpty();
        assertThat(in(() -> due.look(MORNING, 10, fence).since())).hasSize(2);
    }

    /** New invoices do not wait for a turn, which may be long. */
    @Test
    void whileATurnIsTakenThereIsPlanning() {
        long fence = engine.claim(MORNING).fence();
        in(() -> {
            assertThat(due.next(Reached.BEGINNING, MORNING, 10, fence).held()).isNotEmpty();
            var invoice = CompletableFuture.supplyAsync(
                    () -> world.anInvoice(tenant, world.aCustomer(tenant), 5_000, TODAY.plusDays(8)));
            assertThat(invoice.orTimeout(10, TimeUnit.SECONDS).join()).isNotNull();
            await().until(() ->
                    elsewhere(() -> jdbc.sql("select exists (select from reminders.plan where invoice_id = ?)")
                            .param(invoice.join().value())
                            .query(Boolean.class)
                            .single()));
            return true;
        });
    }

    private <T> T elsewhere(Supplier<T> action) {
        return CompletableFuture.supplyAsync(() -> in(action)).join();
    }

    private <T> T in(Supplier<T> action) {
        return world.inTransaction(new Scope.Tenant(tenant), action);
    }
}
