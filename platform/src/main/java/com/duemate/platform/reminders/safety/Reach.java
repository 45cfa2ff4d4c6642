package com.duemate.platform.reminders.safety;

/** Whose messages a stop keeps back. */
public enum Reach {
    PLATFORM,
    /** A reseller's own and those of its tenants. */
    RESELLER,
    TENANT
}
