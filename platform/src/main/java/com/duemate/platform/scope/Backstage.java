package com.duemate.platform.scope;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Work nobody signed in for: consumers, jobs, and pages whose link is the permission. Binds the scope and an authentication
 * with the permissions that scope can have; what the database shows is still the scope's alone.
 */
public final class Backstage {

    private Backstage() {}

    public static void run(Scope scope, Runnable action) {
        call(scope, () -> {
            action.run();
            return Boolean.TRUE;
        });
    }

    /** @throws ScopeConflict when somebody else is signed in on this thread or a transaction of another scope is open */
    public static <T> T call(Scope scope, Supplier<T> action) {
        return Scopes.call(scope, () -> {
            var before = SecurityContextHolder.getContext();
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new System(scope));
            SecurityContextHolder.setContext(context);
            try {
                return action.get();
            } finally {
                SecurityContextHolder.setContext(before);
            }
        });
    }

    /** Whether the running code is such work. */
    public static boolean isActive() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof System;
    }

    private static List<Permission> permissions(Scope scope) {
        return switch (scope) {
            case Scope.Tenant _ ->
                List.of(Permission.MAY_READ, Permission.MAY_WORK, Permission.MAY_MANAGE, Permission.MAY_OWN);
            case Scope.Customer _ -> List.of(Permission.MAY_READ_OWN);
            case Scope.Staff _ -> List.of(Permission.MAY_RUN_PLATFORM);
            case Scope.Engine _, Scope.Door _ -> List.of();
        };
    }

    private static final class System extends AbstractAuthenticationToken implements Actor {

        private final transient Scope scope;

        System(Scope scope) {
            super(permissions(scope));
            this.scope = scope;
            setAuthenticated(true);
        }

        @Override
        public Object getCredentials() {
            return "";
        }

        @Override
        public Object getPrincipal() {
            return "system";
        }

        @Override
        public String actor() {
            return scope instanceof Scope.Customer c ? "customer:" + c.customer() : "system";
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return java.lang.System.identityHashCode(this);
        }
    }
}
