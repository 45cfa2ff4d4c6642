package com.duemate.platform.payments.sandbox;

import com.duemate.platform.payments.spi.ProviderFact.Kind;
import java.time.Instant;

/**
 * A notice as it travels.
 *
 * @param id the same for each repetition
 * @param type what happened: {@code checkout.succeeded}
 */
record SandboxNotice(String id, String type, Instant created, Checkout checkout) {

    private static final String PREFIX = "checkout.";

    /** @param id of the session; @param amount minor units; @param method {@code card} or {@code bank} */
    record Checkout(String id, long amount, String currency, String method) {}

    static String type(Kind kind) {
        return PREFIX + kind.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** @throws IllegalArgumentException for a type this version does not know */
    Kind kind() {
        if (!type.startsWith(PREFIX)) {
            throw new IllegalArgumentException("unknown type");
        }
        return Kind.valueOf(type.substring(PREFIX.length()).toUpperCase(java.util.Locale.ROOT));
    }
}
