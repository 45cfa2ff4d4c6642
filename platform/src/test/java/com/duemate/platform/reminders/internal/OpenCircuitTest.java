package com.duemate.platform.reminders.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.reminders.safety.Cause;
import com.duemate.platform.reminders.safety.Measure;
import com.duemate.platform.reminders.safety.SendingStops;
import com.duemate.platform.scope.Scope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A tenant's circuit in the running engine. */
class OpenCircuitTest extends EngineLife {

    private static final int USUAL = 12;
    private static final int TWENTY_TIMES = 20 * USUAL;

    @Autowired
    SendingStops stops;

    @Test
    void twentyTimesTheUsualOpensTheCircuitBeforeHalfOfItIsOut() {
        known();
        owing(TWENTY_TIMES);
        clock.set(MORNING);
        settle();

        int out = sent().size();
        assertThat(out).isBetween(1, TWENTY_TIMES / 2 - 1);
        assertThat(world.in(tenant, stops::current)).get().satisfies(stop -> {
            assertThat(stop.cause()).isEqualTo(Cause.CIRCUIT);
            assertThat(stop.isOwnCircuit()).isTrue();
            assertThat(stop.trip()).isNotNull().satisfies(trip -> {
                assertThat(trip.measure()).isEqualTo(Measure.VOLUME);
                assertThat(trip.usual()).isEqualTo(USUAL);
                assertThat(trip.counted()).isGreaterThan(4 * USUAL);
            });
        });
        assertThat(count("select count(*) from reminders.scheduled_step where reason = 'CIRCUIT_OPEN'"))
                .isPositive();
        world.in(tenant, () -> {
            stops.release();
            return true;
        });
        settle();
        world.inTransaction(new Scope.Tenant(tenant), () -> jdbc.sql(
                        "update notifications.message set ready_at = now() where status = 'QUEUED'")
                .update());
        settle();
        assertThat(sent()).as("a person said so").hasSize(TWENTY_TIMES);
        assertThat(world.in(tenant, stops::current)).isEmpty();
    }

    @Test
    void keepingItStoppedIsAPersonsStop() {
        known();
        world.inTransaction(
                new Scope.Tenant(tenant),
                () -> jdbc.sql("""
                                insert into reminders.stop (id, reach, target, cause, placed_by, measure, counted, usual, placed_at)
                                values (gen_random_uuid(), 'TENANT', ?, 'CIRCUIT', 'ENGINE', 'VOLUME', 300, 12, now())""").param(tenant.value()).update());
        world.in(tenant, () -> {
            stops.keepStopped();
            return true;
        });
        assertThat(world.in(tenant, stops::current)).get().satisfies(stop -> assertThat(stop.cause())
                .isEqualTo(Cause.PERSON));
    }

    /** A hundred days with twelve reminders on each. */
    private void known() {
        world.inTransaction(
                new Scope.Tenant(tenant), () -> jdbc.sql("""
                                insert into reminders.flow (hour, messages)
                                select timestamptz '2026-03-02 10:00Z' - n * interval '1 day', ? from generate_series(1, 100) n""").param(USUAL).update());
    }

    private void owing(int customers) {
        clock.set(NIGHT);
        for (int i = 0; i < customers; i++) {
            world.anInvoice(tenant, world.aCustomer(tenant), 5_000, TODAY.minusDays(8));
        }
        settle();
    }
}
