package com.duemate.platform.imports.internal;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/**
 * Stands between a packed part of a workbook and the XML parser, and throws {@link BrokenFile} before the parser can be
 * made to hold much: on a part that unpacks beyond reason, on a tag or a text without end, and on any document type
 * definition, so that there are no entities to expand or fetch. Sees the bytes as UTF-8.
 */
final class XmlGuard extends FilterInputStream {

    private enum At {
        TEXT,
        OPENING,
        TAG,
        DECLARATION,
        COMMENT,
        CDATA,
        INSTRUCTION
    }

    private final long most;
    private long count;
    private At at = At.TEXT;
    private int run;
    private int before;
    private int beforeThat;

    /** @param packed bytes the part takes in the file */
    XmlGuard(InputStream in, long packed) {
        super(in);
        most = Math.min(
                Limits.PART_BYTES,
                Limits.PART_BYTES_BEFORE_RATIO + Math.min(packed, Limits.PART_BYTES) * Limits.PART_RATIO);
    }

    /** Unpacked bytes read so far. */
    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int n;
        try {
            n = super.read(bytes, offset, length);
        } catch (ZipException | EOFException e) {
            throw new BrokenFile(Reason.DAMAGED_FILE);
        }
        if (n > 0) {
            count += n;
            if (count > most) {
                throw new BrokenFile(Reason.SUSPICIOUS_FILE);
            }
            watch(bytes, offset, offset + n);
        }
        return n;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void watch(byte[] bytes, int from, int to) throws BrokenFile {
        for (int i = from; i < to; i++) {
            int b = bytes[i];
            run++;
            switch (at) {
                case TEXT -> {
                    if (b == '<') {
                        enter(At.OPENING);
                    } else {
                        refuseBeyond(Limits.XML_TEXT_BYTES);
                    }
                }
                case OPENING -> enter(b == '!' ? At.DECLARATION : b == '?' ? At.INSTRUCTION : At.TAG);
                case TAG -> {
                    if (b == '>') {
                        enter(At.TEXT);
                    } else {
                        refuseBeyond(Limits.XML_TAG_BYTES);
                    }
                }
                case DECLARATION -> {
                    if (b != '-' && b != '[') {
                        throw new BrokenFile(Reason.SUSPICIOUS_FILE);
                    }
                    enter(b == '-' ? At.COMMENT : At.CDATA);
                }
                case COMMENT -> closes(b, '-', Limits.XML_TAG_BYTES);
                case CDATA -> closes(b, ']', Limits.XML_TEXT_BYTES);
                case INSTRUCTION -> {
                    if (b == '>' && before == '?') {
                        enter(At.TEXT);
                    } else {
                        refuseBeyond(Limits.XML_TAG_BYTES);
                    }
                }
            }
            beforeThat = before;
            before = b;
        }
    }

    private void closes(int b, char twice, int most) throws BrokenFile {
        if (b == '>' && before == twice && beforeThat == twice) {
            enter(At.TEXT);
        } else {
            refuseBeyond(most);
        }
    }

    private void enter(At next) {
        at = next;
        run = 0;
    }

    private void refuseBeyond(int most) throws BrokenFile {
        if (run > most) {
            throw new BrokenFile(Reason.SUSPICIOUS_FILE);
        }
    }
}
