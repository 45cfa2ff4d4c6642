package com.duemate.platform.invoicing.pdf;

import java.util.Arrays;

/** Bytes of a PDF as they come. */
final class PaperBytes {

    private static final int DECIMALS = 1000;

    private byte[] bytes;
    private int length;

    PaperBytes(int expected) {
        bytes = new byte[expected];
    }

    int length() {
        return length;
    }

    byte[] array() {
        return bytes;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    /** These bytes after others. */
    byte[] after(byte[] first) {
        var all = Arrays.copyOf(first, first.length + length);
        System.arraycopy(bytes, 0, all, first.length, length);
        return all;
    }

    PaperBytes add(byte[] more) {
        return add(more, more.length);
    }

    PaperBytes add(byte[] more, int count) {
        grow(count);
        System.arraycopy(more, 0, bytes, length, count);
        length += count;
        return this;
    }

    /** ISO 8859-1. */
    PaperBytes add(String text) {
        int count = text.length();
        grow(count);
        for (int i = 0; i < count; i++) {
            bytes[length++] = (byte) text.charAt(i);
        }
        return this;
    }

    PaperBytes add(char c) {
        grow(1);
        bytes[length++] = (byte) c;
        return this;
    }

    PaperBytes add(int number) {
        return add(Integer.toString(number));
    }

    /** A whole number, and a space. */
    PaperBytes number(int number) {
        return (number >= 0 && number < 10 ? add((char) ('0' + number)) : add(number)).add(' ');
    }

    /** Points, to a thousandth, and a space. */
    PaperBytes add(float number) {
        long thousandths = Math.round((double) number * DECIMALS);
        if (thousandths < 0) {
            add('-');
            thousandths = -thousandths;
        }
        long whole = thousandths / DECIMALS;
        if (whole < 10) {
            add((char) ('0' + whole));
        } else if (whole < 1000) {
            if (whole >= 100) {
                add((char) ('0' + whole / 100));
            }
            add((char) ('0' + whole / 10 % 10)).add((char) ('0' + whole % 10));
        } else {
            add(Long.toString(whole));
        }
        int rest = (int) (thousandths % DECIMALS);
        if (rest != 0) {
            add('.').add((char) ('0' + rest / 100));
            if (rest % 100 != 0) {
                add((char) ('0' + rest / 10 % 10));
                if (rest % 10 != 0) {
                    add((char) ('0' + rest % 10));
                }
            }
        }
        return add(' ');
    }

    /** One byte of a literal string (ISO 32000-1, 7.3.4.2). */
    PaperBytes escaped(int value) {
        char c = (char) (value & 0xFF);
        switch (c) {
            case '(', ')', '\\' -> add('\\').add(c);
            case '\r' -> add('\\').add('r');
            default -> add(c);
        }
        return this;
    }

    private void grow(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
