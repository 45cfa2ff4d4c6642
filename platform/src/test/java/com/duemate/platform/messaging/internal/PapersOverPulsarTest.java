package com.duemate.platform.messaging.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.duemate.platform.invoicing.DraftInvoice;
import com.duemate.platform.invoicing.Invoices;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.messaging.Lane;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.testkit.PlatformTest;
import com.duemate.platform.testkit.TestPulsar;
import com.duemate.platform.testkit.World;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders for papers over a real broker, on their own topic, each brought twice. */
@PlatformTest
class PapersOverPulsarTest {

    @Autowired
    World world;

    @Autowired
    Invoices invoices;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    JdbcClient jdbc;

    @BeforeAll
    static void startBroker() throws Exception {
        TestPulsar.start();
    }

    @AfterAll
    static void stopBroker() throws Exception {
        TestPulsar.stop();
    }

    @Test
    void eachOrderIsPrintedOnceInItsTenantsScope() throws Exception {
        var tenants = Stream.generate(world::aTenant).limit(10).toList();
        var orders = tenants.stream().map(this::order).toList();
        var topic = "persistent://public/default/papers-" + UUID.randomUUID();
        try (var lanes = new Lanes(lane -> new PulsarTransport(TestPulsar.url(), topic + lane, lane))) {
            lanes.of(Lane.PAPERS).receive(dispatcher::dispatch, (_, _) -> {});
            var sent = Stream.concat(orders.stream(), orders.stream())
                    .map(parcel -> lanes.of(Lane.PAPERS).send(parcel))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(sent).get(60, TimeUnit.SECONDS);
            for (var tenant : tenants) {
                await().atMost(60, TimeUnit.SECONDS)
                        .untilAsserted(() -> assertThat(papers(tenant)).isEqualTo(1));
            }
        }
        assertThat(tenants).allSatisfy(tenant -> assertThat(papers(tenant)).isEqualTo(1));
    }

    /** For a draft, which nobody else prints, by an order that this process's own relay does not carry. */
    private Parcel order(TenantId tenant) {
        var customer = world.aCustomer(tenant);
        var due = LocalDate.of(2026, 4, 1);
        var draft = new DraftInvoice(
                customer, null, due, due, null, List.of(DraftInvoice.Line.of("Design work", 4_200)), null);
        var invoice = ((Invoices.Outcome.Done) world.in(tenant, () -> invoices.create(draft, true))).id();
        var name = "invoicing.PapersWanted.v1";
        var event = Ids.next();
        world.inTransaction(new Scope.Tenant(tenant), () -> jdbc.sql("""
                        insert into messaging.outbox (id, name, lane, payload, business_at, ready_at)
                        values (?, ?, 'PAPERS', ?::jsonb, now(), now() + interval '1 day')""")
                .params(event, name, "{\"invoices\":[\"" + invoice + "\"]}")
                .update());
        return new Parcel(tenant, event, name);
    }

    private int papers(TenantId tenant) {
        return world.inTransaction(new Scope.Tenant(tenant), () -> jdbc.sql(
                        "select count(*) from invoicing.paper where sha256 is not null")
                .query(Integer.class)
                .single());
    }
}
