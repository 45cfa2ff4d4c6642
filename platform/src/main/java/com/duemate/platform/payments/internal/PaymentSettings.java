package com.duemate.platform.payments.internal;

import java.util.Base64;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the room is told from outside.
 *
 * @param secretKey 32 random bytes in Base64, under which providers' secrets are sealed; the same on every server of an installation
 */
@ConfigurationProperties("duemate.payments")
record PaymentSettings(@DefaultValue("") String secretKey) {

    private static final int KEY_BYTES = 32;

    /** @throws IllegalStateException in one clear line when there is no usable key */
    byte[] sealingKey() {
        try {
            var bytes = Base64.getDecoder().decode(secretKey);
            if (bytes.length == KEY_BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw unusable(e);
        }
        throw unusable(null);
    }

    private static IllegalStateException unusable(@org.jspecify.annotations.Nullable Throwable cause) {
        return new IllegalStateException(
                "refusing to start: duemate.payments.secret-key must be 32 random bytes in Base64", cause);
    }

    /** Without the key, which belongs in no log. */
    @Override
    public String toString() {
        return "PaymentSettings[]";
    }
}
