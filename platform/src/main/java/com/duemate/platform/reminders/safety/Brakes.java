package com.duemate.platform.reminders.safety;

import java.time.Instant;

/** Asked by whoever weighs or hands over, in the tenant's scope and in the transaction that acts on the answer. */
public interface Brakes {

    Braking current(Instant now);

    /** Counts reminders that the caller's transaction lets out; may open the tenant's circuit in the same transaction. */
    void count(int messages, Instant now);
}
