package com.duemate.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {

    private static final int MANY = 10_000;

    @Test
    void eachIsAnotherOfTheSeventhVersion() {
        assertThat(Stream.generate(Ids::next).limit(MANY))
                .allSatisfy(id -> {
                    assertThat(id.version()).isEqualTo(7);
                    assertThat(id.variant()).isEqualTo(2);
                })
                .doesNotHaveDuplicates();
    }

    @Test
    void anIdTellsWhenItWasMade() {
        long before = System.currentTimeMillis();
        long told = Ids.next().getMostSignificantBits() >>> 16;
        assertThat(told).isBetween(before, System.currentTimeMillis());
    }

    @Test
    void everyOtherBitIsLeftToChance() {
        assertThat(seen(UUID::getMostSignificantBits) & 0x0FFFL).isEqualTo(0x0FFFL);
        assertThat(seen(UUID::getLeastSignificantBits)).isEqualTo(0x3FFFFFFFFFFFFFFFL);
    }

    /** Bits that were on in some and off in others. */
    private static long seen(ToLongFunction<UUID> half) {
        long on = 0;
        long off = 0;
        for (int i = 0; i < MANY; i++) {
            long bits = half.applyAsLong(Ids.next());
            on |= bits;
            off |= ~bits;
        }
        return on & off;
    }
}
