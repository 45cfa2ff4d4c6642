package com.duemate.platform.kernel;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.UUID;

/** Makes row ids: UUID version 7 (RFC 9562), so that rows made together lie together. Not for secrets. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static UUID next() {
        long millis = System.currentTimeMillis();
        // Asked once: the source has a lock, and is dear each time.
        var random = new byte[Short.BYTES + Long.BYTES];
        RANDOM.nextBytes(random);
        var bits = ByteBuffer.wrap(random);
        long high = (millis << 16) | 0x7000L | (bits.getShort() & 0x0FFFL);
        long low = (bits.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
