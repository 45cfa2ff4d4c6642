package com.duemate.platform.tenancy;

/** What is served on a host; a route of one surface asked for on another surface's host does not exist. */
public enum Surface {
    CUSTOMER_PORTAL,
    TENANT_PORTAL,
    STAFF,
    /** The bare base host: REST, webhooks, health. */
    API
}
