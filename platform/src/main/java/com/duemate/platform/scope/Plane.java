package com.duemate.platform.scope;

/** A PostgreSQL login with its own connection pool. No login is a member of another, so no statement can change plane. */
public enum Plane {
    TENANT,
    CUSTOMER,
    ENGINE,
    STAFF,
    DOOR;

    public static Plane of(Scope scope) {
        return switch (scope) {
            case Scope.Tenant _ -> TENANT;
            case Scope.Customer _ -> CUSTOMER;
            case Scope.Engine _ -> ENGINE;
            case Scope.Staff _ -> STAFF;
            case Scope.Door _ -> DOOR;
        };
    }

    /** The PostgreSQL login that this plane must be connected as. */
    public String login() {
        return "duemate_" + name().toLowerCase(java.util.Locale.ROOT);
    }
}
