package com.duemate.platform.identity;

import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.scope.Actor;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.scope.ScopedPrincipal;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;

/** A customer in its own portal at one tenant, come in by a link sent to its address. */
public record CustomerUser(UUID tenant, UUID customer, Instant signedInAt)
        implements ScopedPrincipal, Actor, AuthenticatedPrincipal, Serializable {

    @Override
    public Scope scope() {
        return new Scope.Customer(new TenantId(tenant), new CustomerId(customer));
    }

    @Override
    public String actor() {
        return "customer:" + customer;
    }

    @Override
    public String getName() {
        return actor();
    }
}
