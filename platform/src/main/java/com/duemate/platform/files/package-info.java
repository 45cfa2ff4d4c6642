/**
 * Owns: stored bytes (logos, imports, PDFs), keyed by tenant and SHA-256. Tables: {@code files.stored_file}.
 * Commands: {@link com.duemate.platform.files.Files}. Events out: none. Events in: none.
 */
@NullMarked
@ApplicationModule(
        displayName = "Files",
        allowedDependencies = {"kernel", "scope"})
package com.duemate.platform.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
