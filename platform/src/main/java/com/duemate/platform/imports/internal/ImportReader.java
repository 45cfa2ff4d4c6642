package com.duemate.platform.imports.internal;

import com.duemate.platform.imports.ImportColumn;
import com.duemate.platform.imports.ImportField;
import com.duemate.platform.imports.internal.Sheet.CurrencySource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads tables of customers or invoices from CSV and XLSX files. {@link #look} goes through the whole file once and says
 * what it understood; {@link #open} then takes it row by row. Both hold one row and some counters, however long the file.
 */
final class ImportReader {

    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] PDF = {'%', 'P', 'D', 'F'};

    private final Expectations expected;

    ImportReader(Expectations expected) {
        this.expected = expected;
    }

    /** @throws IOException when the disk fails; a file that is at fault is an {@link UnreadableFile} */
    Look look(Path file) throws IOException {
        try {
            var found = find(file);
            return found == null ? new UnreadableFile(Reason.NO_ROWS) : weigh(found);
        } catch (BrokenFile e) {
            return new UnreadableFile(e.reason());
        }
    }

    /**
     * @throws IllegalArgumentException when the sheet lacks a field without which no row can be taken
     */
    ReadRows open(Sheet sheet) throws IOException {
        if (!sheet.missing().isEmpty()) {
            throw new IllegalArgumentException("not mapped: " + sheet.missing());
        }
        var rows = sheet.table().open(sheet.columns().size(), needed(sheet.columns()));
        return new ReadRows(rows, sheet, expected);
    }

    /**
     * A table with its header.
     *
     * @param consistency share of rows as wide as most, in percent
     */
    private record Candidate(Table table, List<RawRow> sample, HeaderFinder.Found header, int consistency, int width) {

        boolean beats(@Nullable Candidate other) {
            if (other == null || header.score() != other.header.score()) {
                return other == null || header.score() > other.header.score();
            }
            return width > 1 && (other.width == 1 || consistency * width > other.consistency * other.width);
        }
    }

    private @Nullable Candidate find(Path file) throws IOException {
        long size = Files.size(file);
        if (size == 0) {
            throw new BrokenFile(Reason.EMPTY_FILE);
        }
        Candidate best = null;
        for (var table : tables(file, size)) {
            var sample = sample(table);
            var header = new HeaderFinder(expected).find(sample);
            if (header.index() < 0) {
                continue;
            }
            var candidate = candidate(table, sample, header);
            if (candidate.beats(best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static List<? extends Table> tables(Path file, long size) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(4);
        }
        if (Arrays.equals(head, ZIP)) {
            return XlsxTable.of(file);
        }
        if (Arrays.equals(head, OLE2)) {
            throw new BrokenFile(Reason.OLD_OR_LOCKED_WORKBOOK);
        }
        if (Arrays.equals(head, PDF)) {
            throw new BrokenFile(Reason.NOT_A_TABLE);
        }
        var charset = Charsets.of(file);
        var tables = new ArrayList<Table>();
        for (char delimiter : DELIMITERS) {
            tables.add(new CsvTable(file, size, charset, delimiter));
        }
        return tables;
    }

    private static Candidate candidate(Table table, List<RawRow> sample, HeaderFinder.Found header) {
        int width = sample.get(header.index()).cells().size();
        long same = sample.stream().filter(row -> row.cells().size() == width).count();
        return new Candidate(table, sample, header, (int) (same * 100 / sample.size()), width);
    }

    private static List<RawRow> sample(Table table) throws IOException {
        var sample = new ArrayList<RawRow>();
        long chars = 0;
        int searched = 0;
        try (var rows = table.open(0, Table.Columns.ALL)) {
            for (var row = rows.next(); row != null; row = rows.next()) {
                for (var cell : row.cells()) {
                    chars += cell.shown().length();
                }
                if (!row.isBlank()) {
                    sample.add(row);
                }
                if (sample.size() == Limits.SAMPLE_ROWS
                        || chars > Limits.SAMPLE_CHARS
                        || ++searched == Limits.SAMPLE_SEARCH_ROWS) {
                    break;
                }
            }
        }
        return sample;
    }

    private Sheet weigh(Candidate found) throws IOException {
        var header = found.sample.get(found.header.index());
        var below = found.sample.subList(found.header.index() + 1, found.sample.size());
        var mapping = ColumnMapping.of(header, below, expected);
        var notations = new ColumnNotations(expected);
        long count = 0;
        var weighed = mapping.columns().stream()
                .filter(column -> column.field() != null
                        && (column.field().kind() == ImportField.Kind.DATE
                                || column.field().kind() == ImportField.Kind.AMOUNT))
                .toList();
        try (var rows = found.table.open(mapping.columns().size(), needed(mapping.columns()))) {
            for (var row = rows.next(); row != null; row = rows.next()) {
                if (row.number() <= header.number() || row.isBlank()) {
                    continue;
                }
                if (++count > Limits.ROWS) {
                    throw new BrokenFile(Reason.TOO_MANY_ROWS);
                }
                for (var column : weighed) {
                    var field = column.field();
                    if (field != null) {
                        notations.add(field, row.cell(column.index()));
                    }
                }
            }
        }
        if (count == 0) {
            throw new BrokenFile(Reason.NO_ROWS);
        }
        return new Sheet(
                found.table,
                mapping.kind(),
                header.number(),
                count,
                mapping.columns(),
                notations.dateOrders(),
                notations.decimalMarks(),
                source(mapping, notations),
                mapping.currency());
    }

    /** Mapped columns, and those beyond the headers, where nothing may stand. A row with nothing in them is a blank one. */
    private static Table.Columns needed(List<ImportColumn> columns) {
        var mapped = new BitSet();
        for (var column : columns) {
            mapped.set(column.index(), column.field() != null);
        }
        return column -> column >= columns.size() || mapped.get(column);
    }

    private static CurrencySource source(ColumnMapping.Result mapping, ColumnNotations notations) {
        if (mapping.columns().stream().anyMatch(column -> column.field() == ImportField.CURRENCY)) {
            return CurrencySource.COLUMN;
        }
        if (notations.currencyInCells()) {
            return CurrencySource.CELLS;
        }
        return mapping.currency() != null ? CurrencySource.HEADER : CurrencySource.TENANT;
    }
}
