package com.duemate.platform.imports.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds out in which charset a text file is written: by its byte order mark, else from all of its bytes.
 *
 * <p>A few lines in another charset do not change the verdict: they come out with {@link #UNDECODABLE} in them.
 */
final class Charsets {

    /** Stands where bytes could not be decoded. A noncharacter, so no honest text contains it. */
    static final char UNDECODABLE = '\uFFFF';

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int HEAD = 4096;

    /**
     * @param mark bytes of the byte order mark, to be skipped
     */
    record Verdict(Charset charset, int mark) {

        Reader reader(InputStream in) throws IOException {
            in.readNBytes(mark);
            return new InputStreamReader(
                    in,
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPLACE)
                            .onUnmappableCharacter(CodingErrorAction.REPLACE)
                            .replaceWith(String.valueOf(UNDECODABLE)));
        }
    }

    private Charsets() {}

    /** @throws BrokenFile when the bytes are no text */
    static Verdict of(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var head = in.readNBytes(HEAD);
            if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
                return new Verdict(UTF_8, 3);
            }
            if (startsWith(head, 0xFF, 0xFE)) {
                return new Verdict(UTF_16LE, 2);
            }
            if (startsWith(head, 0xFE, 0xFF)) {
                return new Verdict(UTF_16BE, 2);
            }
            int evenZeros = zeros(head, 0);
            int oddZeros = zeros(head, 1);
            if (oddZeros > head.length / 6 && evenZeros < head.length / 50) {
                return new Verdict(UTF_16LE, 0);
            }
            if (evenZeros > head.length / 6 && oddZeros < head.length / 50) {
                return new Verdict(UTF_16BE, 0);
            }
            if (controls(head) > head.length / 10) {
                throw new BrokenFile(Reason.NOT_A_TABLE);
            }
            var lines = new Utf8Lines();
            lines.take(head, head.length);
            var chunk = new byte[1 << 16];
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                lines.take(chunk, n);
            }
            return new Verdict(lines.verdict(), 0);
        }
    }

    private static boolean startsWith(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static int zeros(byte[] head, int from) {
        int zeros = 0;
        for (int i = from; i < head.length; i += 2) {
            zeros += head[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    private static int controls(byte[] head) {
        int controls = 0;
        for (byte b : head) {
            controls += b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' ? 1 : 0;
        }
        return controls;
    }

    /** Counts the lines that only UTF-8 explains and the lines that UTF-8 cannot explain. */
    private static final class Utf8Lines {

        private long proven;
        private long broken;
        private boolean windows;
        private boolean lineProven;
        private boolean lineBroken;
        private int pending;

        void take(byte[] bytes, int length) {
            for (int i = 0; i < length; i++) {
                int b = bytes[i];
                if (b >= 0) {
                    if (pending > 0) {
                        pending = 0;
                        lineBroken = true;
                    }
                    if (b == '\n' || b == '\r') {
                        endLine();
                    }
                } else {
                    beyondAscii(b & 0xFF);
                }
            }
        }

        private void beyondAscii(int b) {
            windows |= b < 0xA0;
            if (pending > 0 && b < 0xC0) {
                pending--;
                lineProven |= pending == 0;
                return;
            }
            lineBroken |= pending > 0 || b < 0xC2 || b > 0xF4;
            pending = b < 0xC2 || b > 0xF4 ? 0 : b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
        }

        private void endLine() {
            if (lineBroken) {
                broken++;
            } else if (lineProven) {
                proven++;
            }
            lineBroken = false;
            lineProven = false;
        }

        Charset verdict() {
            lineBroken |= pending > 0;
            endLine();
            if (broken <= proven) {
                return UTF_8;
            }
            return windows ? WINDOWS_1252 : ISO_8859_1;
        }
    }
}
