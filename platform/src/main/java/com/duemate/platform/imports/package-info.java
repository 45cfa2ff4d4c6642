/**
 * Owns: files on their way in: stage, dry run, commit, undo. Tables: {@code imports.*}.
 * Commands: {@link com.duemate.platform.imports.Imports}. Events out: none. Events in: none.
 */
@NullMarked
@ApplicationModule(
        displayName = "Imports",
        allowedDependencies = {
            "kernel",
            "scope",
            "audit",
            "messaging",
            "files",
            "tenancy",
            "customers",
            "ledger",
            "invoicing",
            "payments"
        })
package com.duemate.platform.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
