/**
 * Owns: the double-entry receivables journal; every balance is a projection of it. Tables: {@code ledger.transaction}, {@code ledger.entry}.
 * Commands: {@link com.duemate.platform.ledger.Journal}. Events out: none. Events in: none. Published view: {@code ledger.pub_balance}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Ledger",
        allowedDependencies = {"kernel", "scope"})
package com.duemate.platform.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
