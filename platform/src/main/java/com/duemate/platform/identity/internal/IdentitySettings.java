package com.duemate.platform.identity.internal;

import com.duemate.platform.identity.UnsafeIdentity;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people are let in.
 *
 * @param secretKey 32 random bytes in base64, the same on every node, from which the keys for second factors and forms are derived
 * @param secondFactor whether tenants' people and staff must have one
 * @param firstStaff who runs the platform when nobody does yet; without it nobody is let in by settings
 */
@ConfigurationProperties("duemate.identity")
record IdentitySettings(
        @Nullable String secretKey,
        @DefaultValue("required") SecondFactorRule secondFactor,
        @Nullable FirstStaffSettings firstStaff) {

    private static final int KEY_BYTES = 32;
    private static final int FEWEST_DIFFERENT_BYTES = 12;

    record FirstStaffSettings(
            @DefaultValue("") String email,
            @DefaultValue("") String password) {

        /** Without the password. */
        @Override
        public String toString() {
            return "FirstStaffSettings[]";
        }
    }

    enum SecondFactorRule {
        REQUIRED,
        OPTIONAL
    }

    /** @throws UnsafeIdentity when the key is missing, short, or was plainly not drawn at random */
    byte[] key() {
        if (secretKey == null || secretKey.isBlank()) {
            throw new UnsafeIdentity("duemate.identity.secret-key is not set: give it 32 random bytes in base64");
        }
        byte[] key;
        try {
            key = Base64.getDecoder().decode(secretKey.strip());
        } catch (IllegalArgumentException e) {
            throw new UnsafeIdentity("duemate.identity.secret-key is not base64");
        }
        if (key.length != KEY_BYTES) {
            throw new UnsafeIdentity("duemate.identity.secret-key has %d bytes instead of 32".formatted(key.length));
        }
        if (new String(key, java.nio.charset.StandardCharsets.ISO_8859_1)
                        .chars()
                        .distinct()
                        .count()
                < FEWEST_DIFFERENT_BYTES) {
            throw new UnsafeIdentity("duemate.identity.secret-key was not drawn at random");
        }
        return key;
    }

    boolean secondFactorRequired() {
        return secondFactor == SecondFactorRule.REQUIRED;
    }
}
