package com.duemate.platform.payments.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** {@code t=<unix seconds>,v1=<hex HMAC-SHA256 of "t.body">}, over the raw bytes. */
final class SandboxSignature {

    static final String HEADER = "Sandbox-Signature";

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Pattern SHAPE = Pattern.compile("t=([0-9]{1,11}),v1=([0-9a-f]{64})");

    private SandboxSignature() {}

    /** A secret that the same label makes again. */
    static String derive(String secret, String label) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(mac(secret, label.getBytes(StandardCharsets.UTF_8), 0));
    }

    static String sign(String secret, byte[] body, Instant at) {
        return "t=%d,v1=%s"
                .formatted(at.getEpochSecond(), HexFormat.of().formatHex(mac(secret, body, at.getEpochSecond())));
    }

    static boolean genuine(String secret, byte[] body, List<String> values, Instant now) {
        if (values.size() != 1) {
            return false;
        }
        var match = SHAPE.matcher(values.getFirst());
        if (!match.matches()) {
            return false;
        }
        long at = Long.parseLong(match.group(1));
        return Math.abs(now.getEpochSecond() - at) <= TOLERANCE.toSeconds()
                && MessageDigest.isEqual(mac(secret, body, at), HexFormat.of().parseHex(match.group(2)));
    }

    private static byte[] mac(String secret, byte[] body, long at) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((at + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
