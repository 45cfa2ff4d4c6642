package com.duemate.platform.scope;

import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.TenantId;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The scope of the running code. Bound lexically, so it cannot leak to the next task on a pooled thread; where none is bound,
 * a request's scope is its principal's. Work handed to another thread binds its scope there again.
 */
public final class Scopes {

    private static final ScopedValue<Scope> BOUND = ScopedValue.newInstance();

    private Scopes() {}

    /** @throws NoScopeBound when neither a binding nor a principal says who is asking */
    public static Scope current() {
        return find().orElseThrow(NoScopeBound::new);
    }

    public static Optional<Scope> find() {
        return BOUND.isBound() ? Optional.of(BOUND.get()) : ofPrincipal();
    }

    /**
     * The tenant whose scope, or whose customer's scope, this is.
     *
     * @throws NoScopeBound when no scope is bound
     * @throws ScopeConflict when the scope has no tenant
     */
    public static TenantId tenant() {
        return switch (current()) {
            case Scope.Tenant t -> t.tenant();
            case Scope.Customer c -> c.tenant();
            case Scope.Engine _, Scope.Staff _, Scope.Door _ -> throw new ScopeConflict("this scope has no tenant");
        };
    }

    /** @throws ScopeConflict when the scope is not a customer's */
    public static CustomerId customer() {
        if (current() instanceof Scope.Customer c) {
            return c.customer();
        }
        throw new ScopeConflict("this scope has no customer");
    }

    /** @throws ScopeConflict when the scope contradicts the principal or the open transaction */
    public static void run(Scope scope, Runnable action) {
        check(scope);
        ScopedValue.where(BOUND, scope).run(action);
    }

    /** @throws ScopeConflict when the scope contradicts the principal or the open transaction */
    public static <T> T call(Scope scope, Supplier<T> action) {
        check(scope);
        return ScopedValue.where(BOUND, scope).call(action::get);
    }

    private static void check(Scope wanted) {
        if (wanted instanceof Scope.Door) {
            return; // sees less than anybody, and only ever in a transaction of its own
        }
        ofPrincipal().filter(own -> !own.equals(wanted)).ifPresent(_ -> {
            throw new ScopeConflict("the signed-in principal has another scope");
        });
        if (TransactionSynchronizationManager.isActualTransactionActive()
                && find().filter(wanted::equals).isEmpty()) {
            throw new ScopeConflict("a transaction of another scope is open");
        }
    }

    private static Optional<Scope> ofPrincipal() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof ScopedPrincipal scoped
                ? Optional.of(scoped.scope())
                : Optional.empty();
    }
}
