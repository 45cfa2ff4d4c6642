package com.duemate.platform.reminders.safety;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a tenant's messages stand still, as the tenant may know it: nothing of what others wrote or counted.
 *
 * @param id null while the machine has noticed something that is not written down yet
 * @param reach {@link Reach#TENANT} when it is this tenant's alone
 * @param person who of the tenant's people stopped it; null for anybody else
 * @param words that person's reason
 * @param trip what opened the tenant's own circuit; null for every other stop
 * @param since business time
 */
public record Stopped(
        @Nullable UUID id,
        Reach reach,
        Cause cause,
        Placer placedBy,
        @Nullable String person,
        @Nullable String words,
        @Nullable Trip trip,
        Instant since) {

    /** @param usual the most that was usual, of the same measure */
    public record Trip(Measure measure, long counted, long usual) {}

    /** Whether the tenant's own people may let messages go again. */
    public boolean isOwn() {
        return id != null && reach == Reach.TENANT && placedBy != Placer.STAFF;
    }

    /** Whether the tenant's own circuit is open. */
    public boolean isOwnCircuit() {
        return isOwn() && cause == Cause.CIRCUIT;
    }
}
