package com.duemate.platform.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LockoutTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void growsWithFailuresUpToAnHourAndForgetsAfterADay() {
        assertThat(after(4).locked(NOW)).isFalse();
        assertThat(after(5).rest(NOW)).isEqualTo(Duration.ofMinutes(1));
        assertThat(after(6).rest(NOW)).isEqualTo(Duration.ofMinutes(2));
        assertThat(after(40).rest(NOW)).isEqualTo(Duration.ofHours(1));
        assertThat(after(40).failed(NOW.plus(Duration.ofDays(2))).failures()).isEqualTo(1);
    }

    private static Lockout after(int failures) {
        var lockout = Lockout.NONE;
        for (int i = 0; i < failures; i++) {
            lockout = lockout.failed(NOW);
        }
        return lockout;
    }
}
