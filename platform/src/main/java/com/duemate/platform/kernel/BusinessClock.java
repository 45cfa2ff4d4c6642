package com.duemate.platform.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The time by which business happens: due dates, reminders, ledger. Movable in tests and in the demo; it reaches SQL as a
 * parameter and never as {@code now()}. Tokens, codes and lockout use {@link SecurityClock}; leases use the database's clock.
 */
@FunctionalInterface
public interface BusinessClock {

    Instant now();

    default LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(now(), zone);
    }
}
