/**
 * Who is asking: the only code that tells PostgreSQL.
 *
 * <p>Owns: the planes (a login with a pool each), the scope of the running code, handles resolved at the door.
 * Tables: {@code scope.handle}. Commands: {@link com.duemate.platform.scope.Scopes}, {@link com.duemate.platform.scope.Handles}.
 * Events out: none. Events in: none.
 */
@NullMarked
@ApplicationModule(
        displayName = "Scope",
        allowedDependencies = {"kernel"})
package com.duemate.platform.scope;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
