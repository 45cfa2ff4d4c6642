package com.duemate.tenantportal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duemate.platform.kernel.Ids;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.scope.NoScopeBound;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.scope.ScopedPrincipal;
import com.duemate.platform.scope.Scopes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** What a screen does outside of a request, as {@code UI.access} has it done on whatever thread there is. */
class SessionScopeTest {

    private static final int TENANTS = 50;
    private static final int TASKS = 1_000;

    private final List<Scope.Tenant> scopes = Stream.generate(() -> new Scope.Tenant(new TenantId(Ids.next())))
            .limit(TENANTS)
            .toList();
    private final AtomicInteger right = new AtomicInteger();
    private final AtomicInteger turnedAway = new AtomicInteger();
    private final AtomicInteger wrong = new AtomicInteger();

    @Test
    void everyTaskRunsAsWhoeverIsSignedInThereAndLeavesNothingBehind() throws Exception {
        try (var pooled = Executors.newFixedThreadPool(8);
                var virtual = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (int i = 0; i < TASKS; i++) {
                var own = scopes.get(i % TENANTS);
                var session = new SessionScope(signedIn(own));
                running.add((i % 2 == 0 ? pooled : virtual).submit(() -> look(session, own)));
            }
            for (var each : running) {
                each.get();
            }
        }
        assertThat(right).hasValue(TASKS);
        assertThat(wrong).hasValue(0);
    }

    @Test
    void nobodyAndSomebodyOfAnotherTenantAreTurnedAway() {
        var asked = scopes.getFirst();
        for (var session : List.of(
                new SessionScope(null),
                new SessionScope(new SecurityContextImpl()),
                new SessionScope(signedIn(scopes.get(1))))) {
            session.run(asked, wrong::incrementAndGet, turnedAway::incrementAndGet);
        }
        assertThat(turnedAway).hasValue(3);
        assertThat(wrong).hasValue(0);
    }

    private void look(SessionScope session, Scope.Tenant own) {
        session.run(own, () -> (seen(own) ? right : wrong).incrementAndGet(), wrong::incrementAndGet);
        assertThatThrownBy(Scopes::current).isInstanceOf(NoScopeBound.class);
        assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
    }

    private static boolean seen(Scope.Tenant own) {
        return Scopes.current().equals(own) && own.equals(principal());
    }

    private static @Nullable Scope principal() {
        var who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof ScopedPrincipal principal ? principal.scope() : null;
    }

    private static SecurityContext signedIn(Scope scope) {
        ScopedPrincipal principal = () -> scope;
        return new SecurityContextImpl(new TestingAuthenticationToken(principal, "", "MAY_READ"));
    }
}
