package com.duemate.platform.reminders.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.kernel.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReachedTest {

    private static final TenantId TENANT = new TenantId(new UUID(0, 1));
    private static final TenantId OTHER = new TenantId(new UUID(0, 2));
    private static final Instant TIME = Instant.parse("2026-03-03T10:00:00Z");

    @Test
    void aLookBeginsWhereTheLastWasDecided() {
        var reached = new Reached();
        reached.come(TENANT, TIME);
        reached.come(TENANT, TIME.plusSeconds(1));
        assertThat(reached.of(TENANT)).isEqualTo(TIME.plusSeconds(1));
        assertThat(reached.of(OTHER)).isEqualTo(Instant.EPOCH);
        assertThat(reached.all()).containsOnlyKeys(TENANT);
    }

    @Test
    void whoMayHaveSomethingLeftIsLookedAtFromTheBeginning() {
        var reached = new Reached();
        reached.come(TENANT, TIME);
        reached.come(TENANT, null);
        assertThat(reached.of(TENANT)).isEqualTo(Instant.EPOCH);
    }

    @Test
    void allIsForgottenInTime() {
        var reached = new Reached(Duration.ZERO);
        reached.come(TENANT, TIME);
        assertThat(reached.all()).isEmpty();
        assertThat(reached.of(TENANT)).isEqualTo(Instant.EPOCH);
    }
}
