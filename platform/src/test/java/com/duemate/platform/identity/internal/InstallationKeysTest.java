package com.duemate.platform.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duemate.platform.identity.UnsafeIdentity;
import com.duemate.platform.identity.internal.IdentitySettings.SecondFactorRule;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstallationKeysTest {

    private final InstallationKeys keys =
            new InstallationKeys(settings(Base64.getEncoder().encodeToString(new SecureRandom().generateSeed(32))));

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "not base64 at all!",
                "c2hvcnQ=",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "Y2hhbmdlbWVjaGFuZ2VtZWNoYW5nZW1lY2hhbmdlbWU="
            })
    void refusesAKeyThatIsMissingShortOrNotRandom(@Nullable String key) {
        assertThatThrownBy(() -> settings(key).key())
                .isInstanceOf(UnsafeIdentity.class)
                .hasMessageStartingWith("duemate.identity.secret-key");
    }

    @Test
    void aSealedSecretOpensOnlyInItsPlace() {
        var seals = new SealedSecrets(keys);
        var sealed = seals.seal("secret".getBytes(StandardCharsets.UTF_8), "here");
        assertThat(seals.open(sealed, "here")).asString().isEqualTo("secret");
        assertThatThrownBy(() -> seals.open(sealed, "there")).isInstanceOf(IllegalStateException.class);
        sealed[20] ^= 1;
        assertThatThrownBy(() -> seals.open(sealed, "here")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aFormTokenIsForOnePurposeOneObjectAndTwoHours() {
        var now = new AtomicReference<>(Instant.parse("2026-03-02T09:00:00Z"));
        var tokens = new SignedFormTokens(keys, now::get);
        var token = tokens.issue("pay", "link");
        assertThat(tokens.accepts(token, "pay", "link")).isTrue();
        assertThat(tokens.accepts(token, "pay", "other")).isFalse();
        assertThat(tokens.accepts(token, "pa", "ylink")).isFalse();
        assertThat(tokens.accepts(token + "A", "pay", "link")).isFalse();
        assertThat(tokens.accepts("§", "pay", "link")).isFalse();
        now.set(now.get().plusSeconds(7_201));
        assertThat(tokens.accepts(token, "pay", "link")).isFalse();
    }

    private static IdentitySettings settings(@Nullable String key) {
        return new IdentitySettings(key, SecondFactorRule.REQUIRED, null);
    }
}
