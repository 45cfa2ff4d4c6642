package com.duemate.platform.imports.internal;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet, read from its XML as it is unpacked. Formulas are never computed and their results never taken. */
final class XlsxRows implements RawRows {

    /** What a spreadsheet keeps of a number: it writes 48.2 as 48.200000000000003. */
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);

    private static final int LARGEST_EXPONENT = 30;
    private static final LocalDate DAY_ZERO_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);
    private static final int LAST_ROW = 1_048_576;

    private final XlsxPackage opened;
    private final XlsxPackage.Part sheet;
    private final SharedStrings strings;
    private final CellFormats formats;
    private final Table.Columns wanted;
    private final StringBuilder value = new StringBuilder();
    private long row;

    XlsxRows(
            XlsxPackage opened,
            XlsxPackage.Part sheet,
            SharedStrings strings,
            CellFormats formats,
            Table.Columns wanted) {
        this.opened = opened;
        this.sheet = sheet;
        this.strings = strings;
        this.formats = formats;
        this.wanted = wanted;
    }

    @Override
    public @Nullable RawRow next() throws IOException {
        while (sheet.advance()) {
            if (sheet.starts("row")) {
                return row();
            }
            if (sheet.ends("sheetData")) {
                return null;
            }
        }
        return null;
    }

    @Override
    public int percent() {
        return (int) Math.min(100, sheet.guard().count() * 100 / sheet.size());
    }

    @Override
    public void close() throws IOException {
        try (opened;
                strings) {
            sheet.close();
        }
    }

    private RawRow row() throws IOException {
        int given = number(sheet.attribute("r"));
        row = given > row && given <= LAST_ROW ? given : row + 1;
        List<Cell> cells = new ArrayList<>();
        boolean tooWide = false;
        int column = -1;
        while (sheet.advance() && !sheet.ends("row")) {
            if (sheet.starts("c")) {
                int named = column(sheet.attribute("r"));
                column = named >= 0 ? named : Math.min(column + 1, Limits.COLUMNS);
                var cell = cell(column < Limits.COLUMNS && wanted.contains(column));
                if (column >= Limits.COLUMNS) {
                    tooWide |= !cell.shown().isBlank();
                } else {
                    while (cells.size() <= column) {
                        cells.add(Cell.BLANK);
                    }
                    cells.set(column, wanted.contains(column) ? cell : Cell.BLANK);
                }
            }
        }
        return tooWide ? RawRow.flawed(row, Reason.TOO_MANY_COLUMNS) : new RawRow(row, cells, null);
    }

    private Cell cell(boolean needed) throws IOException {
        var type = sheet.attribute("t");
        int style = needed ? number(sheet.attribute("s")) : -1;
        value.setLength(0);
        @Nullable String inline = null;
        boolean formula = false;
        boolean inValue = false;
        boolean inCell = true;
        while (inCell && sheet.advance()) {
            switch (sheet.xml().getEventType()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    switch (sheet.xml().getLocalName()) {
                        case "v" -> inValue = true;
                        case "f" -> formula = true;
                        case "is" -> inline = SharedStrings.richText(sheet, "is");
                        default -> {}
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    inValue = false;
                    inCell = !sheet.xml().getLocalName().equals("c");
                }
                default -> {
                    if (inValue) {
                        SharedStrings.append(sheet, value);
                    }
                }
            }
        }
        var raw = value.toString();
        if (!needed) {
            return Cell.of(inline == null ? raw : inline);
        }
        if (formula) {
            return new Cell.Flawed(Reason.FORMULA, raw);
        }
        return switch (type == null ? "n" : type) {
            case "n" -> numeric(raw.strip(), formats.at(style));
            case "s" -> text(strings.get(number(raw.strip())));
            case "inlineStr" -> text(inline);
            case "b" -> text(raw.strip().equals("1") ? "TRUE" : "FALSE");
            case "d" -> text(raw);
            case "e" -> new Cell.Flawed(Reason.CELL_ERROR, raw);
            default -> text(raw);
        };
    }

    private static Cell text(@Nullable String text) {
        if (text == null) {
            return new Cell.Flawed(Reason.CELL_ERROR, "");
        }
        return text.length() > Limits.CELL_CHARS
                ? new Cell.Flawed(Reason.TOO_LONG, text.substring(0, Limits.EXCERPT_CHARS))
                : Cell.of(text);
    }

    private Cell numeric(String raw, CellFormats.Format format) {
        if (raw.isEmpty()) {
            return Cell.BLANK;
        }
        BigDecimal value;
        try {
            if (raw.length() > DIGITS.getPrecision() * 2) {
                throw new NumberFormatException();
            }
            value = new BigDecimal(raw).round(DIGITS);
        } catch (NumberFormatException | ArithmeticException e) {
            return new Cell.Flawed(Reason.CELL_ERROR, raw);
        }
        if (Math.abs((long) value.scale()) > LARGEST_EXPONENT) {
            return new Cell.Flawed(Reason.CELL_ERROR, raw);
        }
        if (format.day()) {
            var day = day(value);
            return day == null ? new Cell.Flawed(Reason.DATE_OUT_OF_RANGE, raw) : new Cell.Day(day);
        }
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        var shown = value.toPlainString();
        if (shown.length() < format.zeros() && value.scale() <= 0 && value.signum() >= 0) {
            shown = "0".repeat(format.zeros() - shown.length()) + shown;
        }
        return new Cell.Numeric(value, shown, format.currency());
    }

    private @Nullable LocalDate day(BigDecimal serial) {
        return day(serial, formats.from1904());
    }

    /** @return null for a number that is no day of this era */
    static @Nullable LocalDate day(BigDecimal serial, boolean from1904) {
        try {
            long days = serial.setScale(0, RoundingMode.FLOOR).longValueExact();
            return (from1904 ? DAY_ZERO_1904 : DAY_ZERO_1900).plusDays(days);
        } catch (ArithmeticException | DateTimeException e) {
            return null;
        }
    }

    /** @return the number, or -1 */
    private static int number(@Nullable String digits) {
        if (digits == null || digits.isEmpty() || digits.length() > 9) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** @return the column of an address such as AB12, from 0, at most {@link Limits#COLUMNS}; -1 when there is none */
    private static int column(@Nullable String address) {
        if (address == null) {
            return -1;
        }
        int column = 0;
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = Math.min(column * 26 + c - 'A' + 1, Limits.COLUMNS + 1);
        }
        return column - 1;
    }
}
