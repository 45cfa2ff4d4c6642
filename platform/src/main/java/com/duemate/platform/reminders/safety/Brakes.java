package com.duemate.platform.reminders.safety;

import com.duemate.platform.tenancy.TenantProfile;
import java.time.Instant;

/** Asked by whoever weighs or hands over, in the tenant's scope and in the transaction that acts on the answer. */
public interface Brakes {

    /** @param tenant the one whose scope it is */
    Braking current(TenantProfile tenant, Instant now);

    /** Counts reminders that the caller's transaction lets out; may open the tenant's circuit in the same transaction. */
    void count(int messages, Instant now);
}
