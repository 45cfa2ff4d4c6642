package com.duemate.platform.notifications.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes text so that every mail server lets it through (RFC 2045, 6.7): lines of at most 76 ASCII characters, ended by CRLF. */
final class QuotedPrintable {

    private static final int LONGEST_LINE = 76;
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private byte[] out;
    private int length;
    private int column;

    private QuotedPrintable(int expected) {
        out = new byte[expected];
    }

    /** @param text whose line breaks may be of any kind; it is written in UTF-8 */
    static byte[] of(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var writing = new QuotedPrintable(bytes.length + bytes.length / 8 + 64);
        for (int i = 0; i < bytes.length; i++) {
            byte each = bytes[i];
            if (each == '\r' || each == '\n') {
                i += each == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n' ? 1 : 0;
                writing.endLine();
            } else if (isPlain(each) || (isBlank(each) && !isAtLineEnd(bytes, i))) {
                writing.plain(each);
            } else {
                writing.coded(each);
            }
        }
        return Arrays.copyOf(writing.out, writing.length);
    }

    private static boolean isPlain(byte each) {
        return each > ' ' && each <= '~' && each != '=';
    }

    private static boolean isBlank(byte each) {
        return each == ' ' || each == '\t';
    }

    private static boolean isAtLineEnd(byte[] bytes, int at) {
        return at + 1 == bytes.length || bytes[at + 1] == '\r' || bytes[at + 1] == '\n';
    }

    private void plain(byte each) {
        makeRoom(1);
        out[length++] = each;
        column++;
    }

    private void coded(byte each) {
        makeRoom(3);
        out[length++] = '=';
        out[length++] = HEX[(each >> 4) & 15];
        out[length++] = HEX[each & 15];
        column += 3;
    }

    /** Breaks the line softly before it is too long for what comes and the sign of such a break. */
    private void makeRoom(int width) {
        if (length + 8 > out.length) {
            out = Arrays.copyOf(out, 2 * out.length);
        }
        if (column + width >= LONGEST_LINE) {
            out[length++] = '=';
            endLine();
        }
    }

    private void endLine() {
        if (length + 2 > out.length) {
            out = Arrays.copyOf(out, 2 * out.length);
        }
        out[length++] = '\r';
        out[length++] = '\n';
        column = 0;
    }
}
