package com.duemate.platform.reminders.safety;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ShareTest {

    @Test
    void aTenthOfTheMailRefusedOpensTheCircuit() {
        assertThat(Share.FAILURES.trips(21, 200, 0, 1_000)).get().satisfies(trip -> assertThat(trip.counted())
                .isEqualTo(21));
        assertThat(Share.FAILURES.trips(20, 200, 0, 1_000)).isEmpty();
        assertThat(Share.FAILURES.trips(19, 19, 0, 0)).as("too few to say").isEmpty();
    }

    @Test
    void threeComplaintsInAThousandAreTooMany() {
        assertThat(Share.COMPLAINTS.trips(7, 2_000, 0, 20_000)).isPresent();
        assertThat(Share.COMPLAINTS.trips(6, 2_000, 0, 20_000)).isEmpty();
    }

    @Test
    void whoseAddressesWereAlwaysBadIsMeasuredByThat() {
        assertThat(Share.FAILURES.trips(50, 200, 100, 1_000)).isEmpty();
        assertThat(Share.FAILURES.trips(61, 200, 100, 1_000)).isPresent();
    }

    @Property
    void moreThatWentWrongNeverCloses(
            @ForAll @LongRange(max = 10_000) long wrong,
            @ForAll @LongRange(max = 10_000) long more,
            @ForAll @LongRange(max = 100_000) long handed) {
        Assume.that(wrong + more <= handed);
        if (Share.FAILURES.trips(wrong, handed, 0, 0).isPresent()) {
            assertThat(Share.FAILURES.trips(wrong + more, handed, 0, 0)).isPresent();
        }
    }
}
