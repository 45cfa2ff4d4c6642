package com.duemate.platform.identity;

import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.scope.Actor;
import com.duemate.platform.scope.Permission;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.scope.ScopedPrincipal;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.GrantedAuthority;

/** A program with one of a tenant's API keys. */
public record ApiClient(UUID key, UUID tenant, ApiKeys.Access access)
        implements ScopedPrincipal, Actor, AuthenticatedPrincipal, Serializable {

    public TenantId tenantId() {
        return new TenantId(tenant);
    }

    /** A reading key may read; a writing key may also do what a manager may. None decides who gets in. */
    public List<GrantedAuthority> authorities() {
        return switch (access) {
            case READ -> List.of(Permission.MAY_READ);
            case WRITE -> List.of(Permission.MAY_READ, Permission.MAY_WORK, Permission.MAY_MANAGE);
        };
    }

    @Override
    public Scope scope() {
        return new Scope.Tenant(tenantId());
    }

    @Override
    public String actor() {
        return "key:" + key;
    }

    @Override
    public String getName() {
        return actor();
    }
}
