package com.duemate.server.journey;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The app on a person's phone: the code that a key typed into it shows now (RFC 6238). */
final class Authenticator {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int KEY_BYTES = 20;

    private Authenticator() {}

    /** @param key base32 as it is shown, with spaces */
    static String code(String key) {
        var number = BigInteger.ZERO;
        for (char c : key.replace(" ", "").toCharArray()) {
            number = number.shiftLeft(5).add(BigInteger.valueOf(ALPHABET.indexOf(c)));
        }
        // A leading one keeps the zeros in front.
        var bytes = number.setBit(KEY_BYTES * 8).toByteArray();
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(Arrays.copyOfRange(bytes, bytes.length - KEY_BYTES, bytes.length), "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES)
                    .putLong(System.currentTimeMillis() / 30_000)
                    .array());
            int at = hash[hash.length - 1] & 15;
            long value = ByteBuffer.wrap(hash, at, Integer.BYTES).getInt() & 0x7FFF_FFFFL;
            return "%06d".formatted(value % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
