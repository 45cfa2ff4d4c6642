package com.duemate.platform.imports.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Delimited text.
 *
 * @param size bytes of the file, for progress
 */
record CsvTable(Path file, long size, Charsets.Verdict charset, char delimiter) implements Table {

    @Override
    public Format format() {
        return Format.CSV;
    }

    @Override
    public RawRows open(int width, Columns wanted) throws IOException {
        var in = new Counted(Files.newInputStream(file));
        var records = new CsvRecords(charset.reader(in), delimiter);
        records.expectWidth(width);
        return new Rows(records, wanted) {
            @Override
            public int percent() {
                return size == 0 ? 100 : (int) Math.min(100, in.count * 100 / size);
            }
        };
    }

    /** Reads rows from records. */
    abstract static class Rows implements RawRows {

        private final CsvRecords records;
        private final Columns wanted;

        Rows(CsvRecords records, Columns wanted) {
            this.records = records;
            this.wanted = wanted;
        }

        @Override
        public @Nullable RawRow next() throws IOException {
            if (!records.next()) {
                return null;
            }
            var flaw = records.flaw();
            if (flaw != null) {
                return RawRow.flawed(records.line(), flaw);
            }
            var cells = new Cell[records.width()];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = wanted.contains(i) ? Cell.of(records.text(i)) : Cell.BLANK;
            }
            return new RawRow(records.line(), Arrays.asList(cells), null);
        }

        @Override
        public void close() throws IOException {
            records.close();
        }
    }

    private static final class Counted extends FilterInputStream {

        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int n = super.read(bytes, offset, length);
            count += Math.max(0, n);
            return n;
        }
    }
}
