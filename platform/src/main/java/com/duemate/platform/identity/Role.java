package com.duemate.platform.identity;

import com.duemate.platform.scope.Permission;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What somebody is in a tenant. Each role may do all that the roles below it may. */
public enum Role {
    SPECIALIST(Permission.MAY_READ, Permission.MAY_WORK),
    MANAGER(Permission.MAY_MANAGE),
    OWNER(Permission.MAY_OWN);

    private final List<Permission> adds;

    Role(Permission... adds) {
        this.adds = List.of(adds);
    }

    /** The permissions, and {@code ROLE_<name>} of this role and those below it. */
    public List<GrantedAuthority> authorities() {
        var authorities = new ArrayList<GrantedAuthority>();
        for (var role : values()) {
            if (role.compareTo(this) <= 0) {
                authorities.addAll(role.adds);
                authorities.add(new SimpleGrantedAuthority("ROLE_" + role.name()));
            }
        }
        return List.copyOf(authorities);
    }
}
