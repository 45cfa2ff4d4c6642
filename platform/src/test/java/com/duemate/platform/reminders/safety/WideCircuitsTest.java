package com.duemate.platform.reminders.safety;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.scope.Backstage;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.tenancy.TenantRegistry;
import com.duemate.platform.testkit.PlatformTest;
import com.duemate.platform.testkit.World;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** A reseller's circuit over the counts of its tenants; the platform's is the same with other numbers. */
@PlatformTest
class WideCircuitsTest {

    /** A time no other test goes to. */
    private static final Instant NOW = Instant.parse("2031-06-04T12:00:00Z");

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TenantRegistry registry;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    SendingStops stops;

    @Autowired
    EngineRoom room;

    @Test
    void manyTenantsALittleTooMuchEachOpenTheirResellersCircuit() {
        var reseller = world.aTenant();
        var circuits = new WideCircuits(
                jdbc, transactions, new SafetySettings(true, 60, 5_000, 100, 1_000_000_000, Duration.ofSeconds(2)));
        var tenants = java.util.stream.IntStream.range(0, 3)
                .mapToObj(i -> aTenantOf(reseller, i))
                .toList();
        tenants.forEach(tenant -> flow(tenant, "generate_series(1, 60) n", 10));
        circuits.watch(NOW.minus(Duration.ofDays(1)));
        assertThat(world.in(reseller, stops::current)).as("usual").isEmpty();

        tenants.forEach(tenant -> flow(tenant, "generate_series(0, 0) n", 45));
        circuits.watch(NOW);

        assertThat(world.in(tenants.getFirst(), stops::current)).get().satisfies(stop -> {
            assertThat(stop.cause()).isEqualTo(Cause.CIRCUIT);
            assertThat(stop.reach()).isEqualTo(Reach.RESELLER);
            assertThat(stop.trip())
                    .as("others' numbers are not the tenant's to know")
                    .isNull();
        });
        var standing = Backstage.call(new Scope.Staff(), room::standing).stream()
                .filter(stop -> reseller.equals(stop.target()))
                .findFirst()
                .orElseThrow();
        assertThat(standing.trip()).isEqualTo(new Stopped.Trip(Measure.VOLUME, 135, 30));
        Backstage.run(new Scope.Staff(), () -> room.release(standing.id()));
    }

    private void flow(TenantId tenant, String days, int messages) {
        world.inTransaction(new Scope.Tenant(tenant), () -> jdbc.sql(
                        "insert into reminders.flow (hour, messages) select ?::timestamptz - n * interval '1 day', ? from "
                                .concat(days))
                .params(NOW.minus(Duration.ofHours(1)).toString(), messages)
                .update());
    }

    private TenantId aTenantOf(TenantId reseller, int number) {
        return Backstage.call(
                new Scope.Staff(),
                () -> registry.create(new TenantRegistry.NewTenant(
                        "w" + number + "x" + System.nanoTime() % 1_000_000_000L,
                        "Client",
                        Currency.getInstance("EUR"),
                        Locale.ENGLISH,
                        ZoneId.of("Europe/Lisbon"),
                        true,
                        reseller)));
    }
}
