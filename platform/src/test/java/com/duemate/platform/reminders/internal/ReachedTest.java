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
        reached.of(TENANT).come(TIME);
        reached.of(TENANT).come(TIME.plusSeconds(1));
        assertThat(reached.of(TENANT).from()).isEqualTo(TIME.plusSeconds(1));
        assertThat(reached.of(OTHER).from()).isEqualTo(Reached.BEGINNING);
        assertThat(reached.all()).containsOnlyKeys(TENANT);
    }

    @Test
    void whoMayHaveSomethingLeftIsLookedAtFromTheBeginning() {
        var reached = new Reached();
        reached.of(TENANT).come(TIME);
        reached.of(TENANT).come(null);
        assertThat(reached.of(TENANT).from()).isEqualTo(Reached.BEGINNING);
    }

    @Test
    void allIsForgottenInTime() {
        var reached = new Reached(Duration.ZERO);
        reached.of(TENANT).come(TIME);
        assertThat(reached.all()).isEmpty();
        assertThat(reached.of(TENANT).from()).isEqualTo(Reached.BEGINNING);
    }

    /** Else a tenant that is always in a turn would never be looked at from the beginning. */
    @Test
    void whoeverIsInATurnThenDoesNotBringItBack() {
        var reached = new Reached();
        var turn = reached.of(TENANT);
        reached.forget();
        turn.come(TIME);
        assertThat(reached.of(TENANT).from()).isEqualTo(Reached.BEGINNING);
        assertThat(reached.all()).isEmpty();
    }
}
