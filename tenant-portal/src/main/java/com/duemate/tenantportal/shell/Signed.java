package com.duemate.tenantportal.shell;

import com.duemate.platform.identity.SignedInUser;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.Permission;
import com.duemate.platform.scope.ServerRole;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Whoever is signed in, and what they may do: for showing and hiding, never for guarding. */
@Component
@OnRole(ServerRole.TENANT_PORTAL)
public class Signed {

    Signed() {}

    public boolean may(Permission permission) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getAuthorities().contains(permission);
    }

    /** @throws IllegalStateException when it is not one of a tenant's people */
    public SignedInUser user() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedInUser user) {
            return user;
        }
        throw new IllegalStateException("nobody of a tenant's people is signed in");
    }
}
