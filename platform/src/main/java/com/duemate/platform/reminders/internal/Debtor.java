package com.duemate.platform.reminders.internal;

import com.duemate.platform.reminders.StepChannel;
import com.duemate.platform.reminders.adaptive.Advice;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What weighing must know of a customer; no name, no address.
 *
 * @param zone the customer's own, else the tenant's
 * @param reachable channels there is an address for
 * @param suppressed channels on which the customer, or the far end, refused
 * @param advice the best hour and tone for it
 */
record Debtor(
        ZoneId zone,
        Set<StepChannel> reachable,
        Set<StepChannel> suppressed,
        @Nullable Hold hold,
        Advice advice) {

    /** One of whom nothing is known. */
    Debtor(ZoneId zone, Set<StepChannel> reachable, Set<StepChannel> suppressed, @Nullable Hold hold) {
        this(zone, reachable, suppressed, hold, Advice.OFF);
    }

    Debtor {
        reachable = Set.copyOf(reachable);
        suppressed = Set.copyOf(suppressed);
    }

    boolean isReachable(StepChannel channel) {
        return channel == StepChannel.TASK || reachable.contains(channel);
    }

    Debtor suppressing(StepChannel channel) {
        var more = new HashSet<>(suppressed);
        more.add(channel);
        return new Debtor(zone, reachable, more, hold, advice);
    }
}
