package com.duemate.platform.messaging;

import java.time.Duration;
import java.time.Instant;

/** Walks the business clock forward in demos. A bean only where the server runs its embedded demo. */
public interface TimeMachine {

    Duration MAX_WALK = Duration.ofDays(400);

    Reading read();

    /**
     * Sets out to walk further, in steps of at most an hour, letting the engines finish each. Returns at once; a walk under way
     * is made longer.
     *
     * @throws IllegalArgumentException for a negative way or one of more than {@link #MAX_WALK}
     */
    void advance(Duration by);

    /** @param quiet true when no walk is under way and nothing is due */
    record Reading(Instant now, boolean quiet) {}
}
