package com.duemate.platform.identity.internal;

import com.duemate.platform.scope.Backstage;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.scope.ScopedPrincipal;
import com.duemate.platform.scope.Scopes;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A short look, in a transaction of its own, into the scope that keeps an account or a seat, which is not always the scope of
 * whoever is signed in. Only this room needs it: it is what decides who that is.
 */
@Component
class Aside {

    private final TransactionTemplate transaction;

    Aside(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    <T> T call(Scope scope, Supplier<T> action) {
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(SecurityContextHolder.createEmptyContext());
        try {
            return Backstage.call(scope, () -> transaction.execute(_ -> action.get()));
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** Acts in somebody's name, in the scope of that principal. */
    void as(Authentication who, Runnable action) {
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(new SecurityContextImpl(who));
        try {
            var scope = ((ScopedPrincipal) Objects.requireNonNull(who.getPrincipal())).scope();
            Scopes.run(scope, () -> transaction.executeWithoutResult(_ -> action.run()));
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    void run(Scope scope, Runnable action) {
        call(scope, () -> {
            action.run();
            return Boolean.TRUE;
        });
    }
}
