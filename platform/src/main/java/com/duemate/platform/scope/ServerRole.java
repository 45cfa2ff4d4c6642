package com.duemate.platform.scope;

import java.util.Set;

/** The doors one server process opens; {@code duemate.roles} lists them by name in lower case with hyphens. */
public enum ServerRole {
    TENANT_PORTAL(Plane.DOOR, Plane.TENANT, Plane.STAFF),
    CUSTOMER_PORTAL(Plane.DOOR, Plane.CUSTOMER),
    API(Plane.DOOR, Plane.TENANT, Plane.STAFF),
    WORKER(Plane.ENGINE, Plane.TENANT);

    private final Set<Plane> planes;

    ServerRole(Plane... planes) {
        this.planes = Set.of(planes);
    }

    /** The only pools a process with this role may open. */
    public Set<Plane> planes() {
        return planes;
    }
}
