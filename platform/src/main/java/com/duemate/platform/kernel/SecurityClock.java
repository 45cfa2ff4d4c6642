package com.duemate.platform.kernel;

import java.time.Instant;

/** System time, for what must not move with a demo: tokens, codes, signatures, lockout. */
@FunctionalInterface
public interface SecurityClock {

    Instant now();
}
