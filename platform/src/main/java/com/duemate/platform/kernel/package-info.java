/**
 * Values every room speaks: tenant, money, addresses, clocks. Has a guest list: a type enters only when three rooms need it.
 *
 * <p>Owns nothing in the database, raises no event.
 */
@NullMarked
@ApplicationModule(
        displayName = "Kernel",
        allowedDependencies = {})
package com.duemate.platform.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
