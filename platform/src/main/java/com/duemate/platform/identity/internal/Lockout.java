package com.duemate.platform.identity.internal;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How long an account rests after failures in a row: nothing for the first four, then a minute, doubling up to an hour. A day
 * without a failure forgets them. It is never shut for good: whoever can lock somebody out must keep at it.
 *
 * @param failures in a row, the present attempt counted as one until it turns out right
 */
record Lockout(
        int failures, @Nullable Instant failedAt, @Nullable Instant until) {

    static final Lockout NONE = new Lockout(0, null, null);

    private static final int FREE = 4;
    private static final int MOST_DOUBLINGS = 6;
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration MEMORY = Duration.ofDays(1);

    boolean locked(Instant now) {
        return until != null && now.isBefore(until);
    }

    /** How long it rests from now on; zero when it does not. */
    Duration rest(Instant now) {
        return until != null && now.isBefore(until) ? Duration.between(now, until) : Duration.ZERO;
    }

    /** After one more failure. */
    Lockout failed(Instant now) {
        int count = failedAt != null && failedAt.plus(MEMORY).isBefore(now) ? 1 : failures + 1;
        return new Lockout(count, now, count <= FREE ? null : now.plus(restAfter(count)));
    }

    private static Duration restAfter(int failures) {
        var rest = Duration.ofMinutes(1L << Math.min(failures - FREE - 1, MOST_DOUBLINGS));
        return rest.compareTo(LONGEST) > 0 ? LONGEST : rest;
    }
}
