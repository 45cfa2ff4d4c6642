package com.duemate.platform.identity;

import com.duemate.platform.scope.Actor;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.scope.ScopedPrincipal;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;

/** One of the platform's own people. Sees the registry and no tenant's business. */
public record StaffUser(UUID account, String name, String email, int stamp, Instant signedInAt, boolean secondFactor)
        implements ScopedPrincipal, Actor, AuthenticatedPrincipal, Serializable {

    @Override
    public Scope scope() {
        return new Scope.Staff();
    }

    @Override
    public String actor() {
        return "staff:" + account;
    }

    @Override
    public String getName() {
        return email;
    }
}
