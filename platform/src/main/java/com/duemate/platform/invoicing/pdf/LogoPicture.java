package com.duemate.platform.invoicing.pdf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Image;

/** A logo as the paper can hold it: only PNG and JPEG by their first bytes, and a PNG's size looked at before it is unpacked. */
final class LogoPicture {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final int PNG_SIZE_AT = 16;
    private static final int MAX_BYTES = 4 << 20;
    private static final long MAX_PIXELS = 4_096 * 4_096;

    private LogoPicture() {}

    static Optional<Image> of(InvoiceSheet.@Nullable Logo logo) {
        if (logo == null) {
            return Optional.empty();
        }
        var bytes = logo.bytes();
        if (bytes.length > MAX_BYTES || !startsWith(bytes, JPEG) && !isSmallPng(bytes)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Image.getInstance(bytes));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isSmallPng(byte[] bytes) {
        if (!startsWith(bytes, PNG) || bytes.length < PNG_SIZE_AT + 8) {
            return false;
        }
        long width = ByteBuffer.wrap(bytes).getInt(PNG_SIZE_AT);
        long height = ByteBuffer.wrap(bytes).getInt(PNG_SIZE_AT + 4);
        return width > 0 && height > 0 && width * height <= MAX_PIXELS;
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        return bytes.length >= prefix.length && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }
}
