/**
 * Owns: promises to pay, customers' disputes, holds on an invoice. Tables: {@code arrangements.*}.
 * Commands: {@link com.duemate.platform.arrangements.Arrangements}. Events out: none. Events in: none.
 * Published view: {@code arrangements.pub_silence}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Arrangements",
        allowedDependencies = {"kernel", "scope", "audit", "messaging", "customers", "invoicing", "payments"})
package com.duemate.platform.arrangements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
