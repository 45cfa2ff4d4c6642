package com.duemate.platform.identity;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** What the chain of the portals' screens shares with every other page; the server adds it to the chain it builds. */
public interface PortalSecurity {

    /**
     * Where somebody who is not signed in is sent, on whatever surface: a tenant's people and staff find the form here, a
     * customer's portal passes them on to its own.
     */
    String SIGN_IN = "/sign-in";

    /** Ends sessions whose account, seat or time is over, and sets the headers all pages have. Policies on scripts are left to the chain. */
    void apply(HttpSecurity http);
}
