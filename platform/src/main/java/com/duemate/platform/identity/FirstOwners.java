package com.duemate.platform.identity;

import com.duemate.platform.kernel.TenantId;

/**
 * Lets the first owner into a tenant, who then lets in everybody else. In the staff's scope, and only while the tenant has no active
 * owner: staff never give themselves a seat beside somebody.
 */
public interface FirstOwners {

    /** Whether the tenant has no active owner yet. */
    boolean missing(TenantId tenant);

    /**
     * Sends a link, good for seven days, at which the person sets a password. Again: a new link, and invitations of owners nobody
     * took are withdrawn.
     */
    Users.Outcome invite(TenantId tenant, String email, String name);
}
