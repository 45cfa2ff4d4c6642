package com.duemate.platform.messaging.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.kernel.Ids;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.messaging.Lane;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.testkit.PlatformTest;
import com.duemate.platform.testkit.ProbeHandler;
import com.duemate.platform.testkit.ProbeHappened;
import com.duemate.platform.testkit.TestPulsar;
import com.duemate.platform.testkit.World;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** A thousand events of fifty tenants over a real broker: each is handled in its own tenant's scope. */
@PlatformTest
class ScopeOverPulsarTest {

    @Autowired
    World world;

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    ProbeHandler handler;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @BeforeAll
    static void startBroker() throws Exception {
        TestPulsar.start();
    }

    @AfterAll
    static void stopBroker() throws Exception {
        TestPulsar.stop();
    }

    @Test
    void everyEventIsHandledInItsTenantsScope() throws Exception {
        var tenants = Stream.generate(world::aTenant).limit(50).toList();
        world.untilQuiet();
        int before = handler.rightScope();
        try (var transport = new PulsarTransport(
                TestPulsar.url(), "persistent://public/default/scope-" + UUID.randomUUID(), Lane.EVENTS)) {
            transport.receive(dispatcher::dispatch, (_, _) -> {});
            var sent = new ArrayList<CompletableFuture<Void>>();
            for (int i = 0; i < 1_000; i++) {
                sent.add(transport.send(kept(tenants.get(i % 50))));
            }
            CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
            org.awaitility.Awaitility.await().atMost(60, TimeUnit.SECONDS).untilAsserted(() -> assertThat(
                            handler.rightScope() - before)
                    .isEqualTo(1_000));
        }
        assertThat(handler.wrongScope()).isZero();
        assertThat(handler.effects(tenants.getFirst())).isEqualTo(20);
    }

    /** An event that this process's own relay does not carry. */
    private Parcel kept(TenantId tenant) {
        var id = Ids.next();
        var event = new ProbeHappened(tenant.value());
        var name = SqlOutbox.nameOf(ProbeHappened.class);
        world.inTransaction(new Scope.Tenant(tenant), () -> jdbc.sql("""
                        insert into messaging.outbox (id, name, payload, business_at, ready_at)
                        values (?, ?, ?::jsonb, now(), now() + interval '1 day')""")
                .params(id, name, json.writeValueAsString(event))
                .update());
        return new Parcel(tenant, id, name);
    }
}
