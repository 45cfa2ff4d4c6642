package com.duemate.platform.identity.internal;

import com.duemate.platform.audit.AuditTrail;
import com.duemate.platform.identity.FirstOwners;
import com.duemate.platform.identity.Role;
import com.duemate.platform.identity.User;
import com.duemate.platform.identity.Users;
import com.duemate.platform.identity.Users.Outcome;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.scope.Actor;
import com.duemate.platform.scope.MayRunPlatform;
import com.duemate.platform.scope.Scope;
import java.util.Map;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;

@Service
@MayRunPlatform
class FirstOwnerDesk implements FirstOwners {

    private final Users users;
    private final Aside aside;
    private final AuditTrail trail;

    FirstOwnerDesk(Users users, Aside aside, AuditTrail trail) {
        this.users = users;
        this.aside = aside;
        this.trail = trail;
    }

    @Override
    public boolean missing(TenantId tenant) {
        return aside.call(new Scope.Tenant(tenant), this::missing);
    }

    @Override
    public Outcome invite(TenantId tenant, String email, String name) {
        var staff = actor();
        return aside.call(new Scope.Tenant(tenant), () -> {
            if (!missing()) {
                return new Outcome.Refused("email", "identity.refused.hasOwner");
            }
            var outcome = users.invite(email, name, Role.OWNER);
            if (outcome instanceof Outcome.Linked linked) {
                users.list().stream()
                        .filter(user -> user.role() == Role.OWNER
                                && user.state() == User.State.INVITED
                                && !user.id().equals(linked.user()))
                        .forEach(user -> users.withdraw(user.id()));
                trail.record("identity.invite_first_owner", linked.user().value(), Map.of("by", staff));
            }
            return outcome;
        });
    }

    private boolean missing() {
        return users.list().stream().noneMatch(user -> user.role() == Role.OWNER && user.state() == User.State.ACTIVE);
    }

    /** The trail's own actor is the tenant's backstage, since staff have no place there. */
    private static String actor() {
        return switch (SecurityContextHolder.getContext().getAuthentication()) {
            case Actor actor -> actor.actor();
            case Authentication a when a.getPrincipal() instanceof Actor actor -> actor.actor();
            case null, default -> "nobody";
        };
    }
}
