/**
 * Owns: the append-only, hash-chained trail of every command. Tables: {@code audit.entry}, {@code audit.head}.
 * Commands: {@link com.duemate.platform.audit.AuditTrail}. Events out: none. Events in: none.
 */
@NullMarked
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"kernel", "scope"})
package com.duemate.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
