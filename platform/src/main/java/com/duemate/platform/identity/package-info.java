/**
 * Owns: accounts, memberships, sign-in, second factors, API keys, customers' magic links. Tables: {@code identity.*}.
 * Commands: {@link com.duemate.platform.identity.Users}, {@link com.duemate.platform.identity.ApiKeys}. Events out: none. Events in: none.
 */
@NullMarked
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {
            "kernel",
            "scope",
            "audit",
            "messaging",
            "tenancy",
            "branding",
            "notifications",
            "notifications :: rendering"
        })
package com.duemate.platform.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
