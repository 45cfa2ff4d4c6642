package com.duemate.platform.reminders.adaptive;

import com.duemate.platform.kernel.CustomerId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Says what is known of customers of the current scope's tenant. The same rows give the same answer. */
@FunctionalInterface
interface Advisor {

    /** For many at once; those of whom nothing is known may be left out. */
    Map<CustomerId, Finding> look(Collection<CustomerId> customers, Instant now);
}
