package com.duemate.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duemate.platform.kernel.Ids;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.scope.Backstage;
import com.duemate.platform.scope.NoScopeBound;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.scope.Scopes;
import com.duemate.platform.testkit.PlatformTest;
import com.duemate.platform.testkit.ProbeHandler;
import com.duemate.platform.testkit.ProbeHappened;
import com.duemate.platform.testkit.World;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A thousand tasks of fifty tenants through each way to another thread: none in a wrong scope, and none at all without one. */
@PlatformTest
class ScopeTravelsTest {

    private final List<TenantId> tenants =
            Stream.generate(() -> new TenantId(Ids.next())).limit(50).toList();

    @Autowired
    World world;

    @Autowired
    Outbox outbox;

    @Autowired
    ProbeHandler handler;

    @Test
    void eventsAreHandledInTheScopeTheyWerePublishedIn() {
        int before = handler.rightScope();
        for (int i = 0; i < 1_000; i++) {
            var tenant = tenants.get(i % 50);
            world.inTransaction(new Scope.Tenant(tenant), () -> {
                outbox.publish(new ProbeHappened(tenant.value()));
                return 0;
            });
        }
        world.untilQuiet();
        assertThat(handler.rightScope() - before).isEqualTo(1_000);
        assertThat(handler.wrongScope()).isZero();
    }

    @Test
    void anEventWhoseHandlerFailsIsHandledAgainAndOnceInEffect() {
        var tenant = tenants.getFirst();
        int before = handler.effects(tenant);
        handler.failNext(2);
        world.inTransaction(new Scope.Tenant(tenant), () -> {
            outbox.publish(new ProbeHappened(tenant.value()));
            return 0;
        });
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(handler.effects(tenant)).isEqualTo(before + 1));
        world.untilQuiet();
        assertThat(handler.effects(tenant)).isEqualTo(before + 1);
    }

    @Test
    void threadsInheritNoScope() throws Exception {
        try (var virtual = Executors.newVirtualThreadPerTaskExecutor();
                var pooled = Executors.newFixedThreadPool(8)) {
            for (var threads : List.of(virtual, pooled)) {
                var lost = Backstage.call(new Scope.Tenant(tenants.getFirst()), () -> threads.submit(Scopes::current));
                assertThatThrownBy(lost::get)
                        .isInstanceOf(ExecutionException.class)
                        .hasRootCauseInstanceOf(NoScopeBound.class);
                var bound = IntStream.range(0, 1_000)
                        .mapToObj(i -> threads.submit(
                                () -> Backstage.call(new Scope.Tenant(tenants.get(i % 50)), () -> Scopes.tenant()
                                        .equals(tenants.get(i % 50)))))
                        .toList();
                for (var each : bound) {
                    assertThat(each.get()).isTrue();
                }
            }
        }
    }
}
