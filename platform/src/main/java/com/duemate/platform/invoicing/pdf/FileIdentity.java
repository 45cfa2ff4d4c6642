package com.duemate.platform.invoicing.pdf;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** The file identifier (ISO 32000-1, 14.4) as a digest of the content before it, in place of the writer's random one. */
final class FileIdentity {

    private static final byte[] TRAILER = "trailer".getBytes(StandardCharsets.ISO_8859_1);
    private static final int HEX_DIGITS = 32;

    private FileIdentity() {}

    static byte[] stamp(byte[] file) {
        int trailer = lastIndexOf(file);
        var tail = new String(file, trailer, file.length - trailer, StandardCharsets.ISO_8859_1);
        int first = tail.indexOf("[<") + 2;
        int second = tail.indexOf("><", first) + 2;
        if (first < 2 || second != first + HEX_DIGITS + 2) {
            throw new IllegalStateException("a file without an identifier");
        }
        var id = identifier(file, trailer);
        System.arraycopy(id, 0, file, trailer + first, HEX_DIGITS);
        System.arraycopy(id, 0, file, trailer + second, HEX_DIGITS);
        return file;
    }

    private static byte[] identifier(byte[] file, int length) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(file, 0, length);
            return HexFormat.of().formatHex(digest.digest(), 0, HEX_DIGITS / 2).getBytes(StandardCharsets.ISO_8859_1);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int lastIndexOf(byte[] file) {
        for (int at = file.length - TRAILER.length; at >= 0; at--) {
            if (Arrays.equals(file, at, at + TRAILER.length, TRAILER, 0, TRAILER.length)) {
                return at;
            }
        }
        throw new IllegalStateException("a file without a trailer");
    }
}
