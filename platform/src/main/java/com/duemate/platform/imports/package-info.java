/**
 * Owns: files on their way in: stage, dry run, commit, undo. Tables: {@code imports.*}.
 * Commands: {@link com.duemate.platform.imports.Imports}. Events out: ImportMoved. Events in: none.
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
            "notifications",
            "customers",
            "invoicing",
            "payments",
            "arrangements"
        })
package com.duemate.platform.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
