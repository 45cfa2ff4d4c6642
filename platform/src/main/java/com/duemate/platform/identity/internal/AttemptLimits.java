package com.duemate.platform.identity.internal;

import com.duemate.platform.kernel.SecurityClock;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Limits kept in memory, by each process for itself: how often an address may fail, and the lockout of accounts that do not
 * exist, which look to an attacker like those that do. What counts for real accounts is in their rows.
 */
@Component
class AttemptLimits {

    static final int FAILURES_PER_ADDRESS = 30;

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Pattern IPV6_NETWORK = Pattern.compile("^((?:[0-9a-f]{0,4}:){4}).*$");

    private final Cache<String, Window> windows =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(WINDOW).build();
    private final Cache<String, Lockout> strangers = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterWrite(Duration.ofHours(2))
            .build();
    private final SecurityClock clock;

    AttemptLimits(SecurityClock clock) {
        this.clock = clock;
    }

    private record Window(Instant since, int times) {}

    /** How long an address must wait; empty when it may try. */
    Optional<Duration> wait(String address) {
        var now = clock.now();
        return Optional.ofNullable(windows.getIfPresent(network(address)))
                .filter(window -> window.times >= FAILURES_PER_ADDRESS)
                .map(window -> Duration.between(now, window.since.plus(WINDOW)))
                .filter(Duration::isPositive);
    }

    void failed(String address) {
        int unused = count(network(address));
    }

    /** Takes one of so many in a quarter of an hour. @return false when none is left */
    boolean take(String key, int most) {
        return count(key) <= most;
    }

    /** An attempt at an account that does not exist. @return how long it would have to wait */
    Optional<Duration> stranger(String key) {
        var now = clock.now();
        var before = Objects.requireNonNullElse(strangers.getIfPresent(key), Lockout.NONE);
        if (before.locked(now)) {
            return Optional.of(before.rest(now));
        }
        strangers.asMap().merge(key, Lockout.NONE.failed(now), (old, _) -> old.failed(now));
        return Optional.empty();
    }

    private int count(String key) {
        var now = clock.now();
        return windows.asMap()
                .merge(
                        key,
                        new Window(now, 1),
                        (old, _) -> old.since.plus(WINDOW).isBefore(now)
                                ? new Window(now, 1)
                                : new Window(old.since, old.times + 1))
                .times;
    }

    /** One household or office has a whole /64 of IPv6 addresses. */
    static String network(String address) {
        return IPV6_NETWORK.matcher(address).replaceFirst("$1");
    }
}
