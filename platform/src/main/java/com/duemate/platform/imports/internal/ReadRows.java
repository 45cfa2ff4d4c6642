package com.duemate.platform.imports.internal;

import com.duemate.platform.imports.ImportField;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The filled rows of a file below its headers, each taken or refused, from top to bottom. */
final class ReadRows implements Closeable {

    private final RawRows rows;
    private final Sheet sheet;
    private final RowParser parser;
    private final SeenNumbers seen = new SeenNumbers();

    ReadRows(RawRows rows, Sheet sheet, Expectations expected) {
        this.rows = rows;
        this.sheet = sheet;
        this.parser = new RowParser(sheet, expected);
    }

    /**
     * @return null after the last row
     * @throws BrokenFile when the rest of the file cannot be read, though it could when it was looked at
     */
    @Nullable
    ReadRow next() throws IOException {
        for (var row = rows.next(); row != null; row = rows.next()) {
            if (row.number() > sheet.headerRow() && !row.isBlank()) {
                return firstOfItsNumber(parser.parse(row));
            }
        }
        return null;
    }

    /** How much of the file has been read, 0 to 100. */
    int percent() {
        return rows.percent();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    /** Only rows that were taken use a number up, so that a corrected copy below a broken row is taken. */
    private ReadRow firstOfItsNumber(ReadRow row) {
        if (!(row instanceof ReadRow.Taken taken)) {
            return row;
        }
        var invoice = taken.invoice();
        var field = invoice == null ? ImportField.CUSTOMER_NUMBER : ImportField.INVOICE_NUMBER;
        var number = invoice == null ? taken.customer().number() : invoice.number();
        long before = number == null ? 0 : seen.add(number, row.row());
        return before == 0
                ? row
                : new ReadRow.Refused(
                        row.row(),
                        List.of(new RowError(row.row(), field, Reason.DUPLICATE_IN_FILE, String.valueOf(before))));
    }
}
