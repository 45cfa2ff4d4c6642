package com.duemate.platform.identity.internal;

import java.security.SecureRandom;
import java.util.Base64;

/** Secrets of 256 random bits in base64url, for links and keys. Stored only as digests among the handles. */
final class Tokens {

    static final int LENGTH = 43;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Tokens() {}

    static String next() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
