package com.duemate.platform.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @Test
    void agreesWithTheVectorsOfRfc6238() {
        Map.of(59L, "287082", 1_111_111_109L, "081804", 1_234_567_890L, "005924", 20_000_000_000L, "353130")
                .forEach((second, code) -> assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(second), 0))
                        .hasValue(second / 30));
    }

    @Test
    void acceptsOneStepEitherWayAndNoneUsedBefore() {
        var now = Instant.ofEpochSecond(1_234_567_890L);
        long step = 1_234_567_890L / 30;
        assertThat(Totp.step(SECRET, Totp.code(SECRET, step - 1), now, 0)).hasValue(step - 1);
        assertThat(Totp.step(SECRET, Totp.code(SECRET, step + 1), now, 0)).hasValue(step + 1);
        assertThat(Totp.step(SECRET, Totp.code(SECRET, step + 2), now, 0)).isEmpty();
        assertThat(Totp.step(SECRET, Totp.code(SECRET, step), now, step)).isEmpty();
        assertThat(Totp.step(SECRET, "", now, 0)).isEmpty();
    }

    @Test
    void writesSecretsInBase32() {
        assertThat(Totp.base32("foobar".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTBOI");
    }
}
