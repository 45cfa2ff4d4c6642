package com.duemate.platform.identity.door;

import com.duemate.platform.scope.ServerRole;
import com.duemate.platform.tenancy.Surface;
import java.util.Set;

/**
 * Which paths this very process answers: what belongs to a role it does not have is not there, whatever the class path holds.
 *
 * @param health whether the health of the server is told on this port; not where a management port of its own does
 */
record OpenDoors(Set<ServerRole> roles, boolean health) {

    /** Whether the path is nowhere here, whatever the host: a worker cannot even ask whose a host is. */
    boolean closed(String path) {
        return roles.isEmpty() && !(health && path.startsWith("/actuator/"));
    }

    boolean lead(Surface surface, String path) {
        if (!Paths.exists(surface, path)) {
            return false;
        }
        return path.startsWith("/actuator/") ? health : roles.contains(role(surface, path));
    }

    private static ServerRole role(Surface surface, String path) {
        if (path.startsWith("/api/") || path.startsWith("/hooks/")) {
            return ServerRole.API;
        }
        return surface == Surface.CUSTOMER_PORTAL ? ServerRole.CUSTOMER_PORTAL : ServerRole.TENANT_PORTAL;
    }
}
