/**
 * Owns: a tenant's name, logo, colours and footer, as its customers see them. Tables: {@code branding.brand}.
 * Commands: {@link com.duemate.platform.branding.Brands}. Events out: none. Events in: none.
 */
@NullMarked
@ApplicationModule(
        displayName = "Branding",
        allowedDependencies = {"kernel", "scope", "audit", "messaging", "files", "tenancy"})
package com.duemate.platform.branding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
