/**
 * Owns: tenants, resellers, their settings, hosts. Tables: {@code tenancy.tenant}, {@code tenancy.host}.
 * Commands: {@link com.duemate.platform.tenancy.Tenants}, {@link com.duemate.platform.tenancy.TenantRegistry}.
 * Queries: {@link com.duemate.platform.tenancy.Hosts}. Events out: none. Events in: none.
 */
@NullMarked
@ApplicationModule(
        displayName = "Tenancy",
        allowedDependencies = {"kernel", "scope", "audit", "messaging"})
package com.duemate.platform.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
