package com.duemate.platform.imports.internal;

import com.duemate.platform.imports.ImportColumn;
import com.duemate.platform.imports.ImportField;
import com.duemate.platform.imports.ImportKind;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about a file before its rows are taken.
 *
 * @param headerRow row of the headers, as a person counts
 * @param rows filled rows below the headers, refused ones included
 * @param dateOrders by date field; fields whose dates need no order are absent
 * @param decimalMarks by amount field; fields whose amounts need no mark are absent
 * @param headerCurrency the currency that the header of the amounts names
 */
record Sheet(
        Table table,
        ImportKind kind,
        long headerRow,
        long rows,
        List<ImportColumn> columns,
        Map<ImportField, Decision<WrittenDate.Order>> dateOrders,
        Map<ImportField, Decision<WrittenAmount.Mark>> decimalMarks,
        CurrencySource currencySource,
        @Nullable Currency headerCurrency)
        implements Look {

    /** Where amounts get their currency; a row that is silent asks the next one. */
    enum CurrencySource {
        COLUMN,
        CELLS,
        HEADER,
        TENANT
    }

    /** A choice between two notations, and what settled it. */
    record Decision<T>(T value, DecidedBy by) {}

    enum DecidedBy {
        /** Some of its cells can be read in one way only. */
        COLUMN,
        /** All of its cells can be read in both ways, but one is far more usual. */
        COLUMN_LEANS,
        OTHER_COLUMNS,
        LOCALE
    }

    /** @return -1 when no column has that field */
    int indexOf(ImportField field) {
        for (var column : columns) {
            if (column.field() == field) {
                return column.index();
            }
        }
        return -1;
    }

    boolean has(ImportField field) {
        return indexOf(field) >= 0;
    }

    /** Fields without which no row can be taken: a person has to map them first. */
    List<ImportField> missing() {
        var missing = new ArrayList<ImportField>();
        if (!has(ImportField.CUSTOMER_NUMBER) && !has(ImportField.CUSTOMER_NAME)) {
            missing.add(ImportField.CUSTOMER_NUMBER);
        }
        if (kind == ImportKind.INVOICES) {
            for (var field : List.of(ImportField.INVOICE_NUMBER, ImportField.ISSUED_ON, ImportField.AMOUNT)) {
                if (!has(field)) {
                    missing.add(field);
                }
            }
        }
        return List.copyOf(missing);
    }
}
