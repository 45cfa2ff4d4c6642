package com.duemate.platform.imports.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts delimited text into records (RFC 4180, with the habits of spreadsheets).
 *
 * <p>A broken record costs its own line and never the file: what follows an unclosed quote is read again from the next
 * line. At most {@link Limits#RECORD_CHARS} are held, and a file made to be read again and again is read at most about
 * three times: once {@link #wasted} outgrows what was consumed, a record may no longer span lines.
 */
final class CsvRecords implements Closeable {

    private static final int FIRST_BUFFER = 1 << 16;
    private static final int FREE_WASTE = 8 << 20;
    private static final int BEYOND = -1;
    private static final int BROKEN = -2;

    private final Reader in;
    private final char delimiter;
    private char[] buffer = new char[FIRST_BUFFER];
    private int limit;
    private boolean ended;

    /** Where the current record begins in the buffer; everything else counts from here. */
    private int start;

    private int next;
    private long line = 1;
    private int lines;
    private long consumed;
    private long wasted;

    private final int[] begins = new int[Limits.COLUMNS + 1];
    private final int[] ends = new int[Limits.COLUMNS + 1];
    private final boolean[] escaped = new boolean[Limits.COLUMNS + 1];
    private int width;
    private int expectedWidth;
    private int firstLineEnd;

    /** How far the current record was looked at when something in it proved broken. */
    private int reached;

    private boolean spansLines;
    private @Nullable Reason flaw;

    CsvRecords(Reader in, char delimiter) {
        this.in = in;
        this.delimiter = delimiter;
    }

    /** From now on a record that spans lines and has another width than this one is a quote gone wrong; 0 for none. */
    void expectWidth(int columns) {
        expectedWidth = columns;
    }

    /** @return false after the last record */
    boolean next() throws IOException {
        start += next;
        consumed += next;
        line += lines;
        next = 0;
        lines = 0;
        width = 0;
        firstLineEnd = 0;
        spansLines = false;
        flaw = null;
        if (!has(0)) {
            return false;
        }
        flaw = cut();
        if (flaw == null && spansLines && expectedWidth > 0 && width != expectedWidth) {
            flaw = Reason.QUOTE_NOT_CLOSED;
        }
        if (flaw != null) {
            resume();
        }
        return true;
    }

    /** The line on which the current record begins, from 1. */
    long line() {
        return line;
    }

    /** Why the current record could not be cut; null when it could. */
    @Nullable
    Reason flaw() {
        return flaw;
    }

    int width() {
        return flaw == null ? width : 0;
    }

    String text(int column) {
        int begin = start + begins[column];
        int length = ends[column] - begins[column];
        if (length == 0) {
            return "";
        }
        var text = new String(buffer, begin, length);
        return escaped[column] ? text.replace("\"\"", "\"") : text;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private @Nullable Reason cut() throws IOException {
        int at = 0;
        while (true) {
            if (width == Limits.COLUMNS) {
                return Reason.TOO_MANY_COLUMNS;
            }
            int first = at;
            while (has(first) && buffer[start + first] == ' ') {
                first++;
            }
            if (has(first) && buffer[start + first] == '"') {
                at = quoted(first + 1);
                if (at < 0) {
                    return at == BEYOND && !spansLines ? Reason.ROW_TOO_LONG : Reason.QUOTE_NOT_CLOSED;
                }
            } else {
                begins[width] = at;
                escaped[width] = false;
                at = plain(at);
                if (at < 0) {
                    return Reason.ROW_TOO_LONG;
                }
                ends[width] = at;
            }
            width++;
            if (!has(at)) {
                next = at;
                return at >= Limits.RECORD_CHARS ? Reason.ROW_TOO_LONG : null;
            }
            if (buffer[start + at] != delimiter) {
                next = afterLineBreak(at);
                lines++;
                return null;
            }
            at++;
        }
    }

    /** @return where the field ends, or {@link #BEYOND} */
    private int plain(int from) throws IOException {
        int at = from;
        while (has(at)) {
            int stop = limit - start;
            for (; at < stop; at++) {
                char c = buffer[start + at];
                if (c == delimiter || c == '\n' || c == '\r') {
                    reached = at;
                    return at;
                }
            }
        }
        reached = at;
        return at >= Limits.RECORD_CHARS ? BEYOND : at;
    }

    /** @return where the delimiter or line break behind the closing quote stands, or {@link #BEYOND} or {@link #BROKEN} */
    private int quoted(int from) throws IOException {
        begins[width] = from;
        escaped[width] = false;
        int at = from;
        while (has(at)) {
            char c = buffer[start + at];
            if (c == '"') {
                if (has(at + 1) && buffer[start + at + 1] == '"') {
                    escaped[width] = true;
                    at += 2;
                    continue;
                }
                ends[width] = at++;
                while (has(at) && buffer[start + at] == ' ') {
                    at++;
                }
                reached = at;
                return !has(at) || isEndOfField(buffer[start + at]) ? at : BROKEN;
            }
            if (c == '\n' || c == '\r') {
                at = afterLineBreak(at);
                lines++;
                if (!spansLines) {
                    spansLines = true;
                    firstLineEnd = at;
                    reached = at;
                    if (wasted > FREE_WASTE + 2 * consumed) {
                        return BROKEN;
                    }
                }
            } else {
                at++;
            }
        }
        reached = at;
        return at >= Limits.RECORD_CHARS ? BEYOND : BROKEN;
    }

    private boolean isEndOfField(char c) {
        return c == delimiter || c == '\n' || c == '\r';
    }

    private int afterLineBreak(int at) throws IOException {
        boolean pair = buffer[start + at] == '\r' && has(at + 1) && buffer[start + at + 1] == '\n';
        return at + (pair ? 2 : 1);
    }

    /** Finds the line behind the one on which the broken record began. */
    private void resume() throws IOException {
        lines = 1;
        if (spansLines) {
            next = firstLineEnd;
            wasted += Math.max(0, reached - firstLineEnd);
            return;
        }
        int at = 0;
        while (true) {
            if (!has(at)) {
                if (at < Limits.RECORD_CHARS) {
                    next = at;
                    return;
                }
                // A line without end is let go piece by piece.
                start += at;
                consumed += at;
                at = 0;
                continue;
            }
            char c = buffer[start + at];
            if (c == '\n' || c == '\r') {
                next = afterLineBreak(at);
                return;
            }
            at++;
        }
    }

    /** Whether the record has a character there: false at the end of the file and beyond what a record may hold. */
    private boolean has(int at) throws IOException {
        while (start + at >= limit) {
            if (ended || at >= Limits.RECORD_CHARS) {
                return false;
            }
            fill();
        }
        return at < Limits.RECORD_CHARS;
    }

    private void fill() throws IOException {
        if (limit == buffer.length) {
            if (start > buffer.length / 2) {
                System.arraycopy(buffer, start, buffer, 0, limit - start);
                limit -= start;
                start = 0;
            } else {
                buffer = Arrays.copyOf(buffer, buffer.length * 2);
            }
        }
        int read = in.read(buffer, limit, buffer.length - limit);
        if (read < 0) {
            ended = true;
        } else {
            limit += read;
        }
    }
}
