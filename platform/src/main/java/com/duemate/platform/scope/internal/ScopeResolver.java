package com.duemate.platform.scope.internal;

import com.duemate.platform.scope.Scope;
import com.duemate.platform.scope.Scopes;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;

/** Tells Hibernate the scope of the running code. */
final class ScopeResolver implements CurrentTenantIdentifierResolver<Scope> {

    @Override
    public Scope resolveCurrentTenantIdentifier() {
        return Scopes.current();
    }

    @Override
    public boolean validateExistingCurrentSessions() {
        return true;
    }

    @Override
    public boolean isRoot(Scope scope) {
        return false;
    }
}
