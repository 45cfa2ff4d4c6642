package com.duemate.platform.imports.internal;

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
        Kind kind,
        long headerRow,
        long rows,
        List<Column> columns,
        Map<Field, Decision<WrittenDate.Order>> dateOrders,
        Map<Field, Decision<WrittenAmount.Mark>> decimalMarks,
        CurrencySource currencySource,
        @Nullable Currency headerCurrency)
        implements Look {

    enum Kind {
        CUSTOMERS,
        INVOICES
    }

    /** Where amounts get their currency; a row that is silent asks the next one. */
    enum CurrencySource {
        COLUMN,
        CELLS,
        HEADER,
        TENANT
    }

    /**
     * One column of the file.
     *
     * @param index from 0
     * @param field null when the column is not taken
     * @param confidence 0 to 100
     * @param samples the first filled cells, shortened
     */
    record Column(int index, String header, @Nullable Field field, int confidence, MappedBy by, List<String> samples) {}

    /** Why a column got its field. */
    enum MappedBy {
        GIVEN,
        NAME,
        /** The name could mean several things; the contents agree with this one. */
        NAME_AND_CONTENTS,
        CONTENTS,
        NOTHING
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
    int indexOf(Field field) {
        for (var column : columns) {
            if (column.field() == field) {
                return column.index();
            }
        }
        return -1;
    }

    boolean has(Field field) {
        return indexOf(field) >= 0;
    }

    /** Fields without which no row can be taken: a person has to map them first. */
    List<Field> missing() {
        var missing = new ArrayList<Field>();
        if (!has(Field.CUSTOMER_NUMBER) && !has(Field.CUSTOMER_NAME)) {
            missing.add(Field.CUSTOMER_NUMBER);
        }
        if (kind == Kind.INVOICES) {
            for (var field : List.of(Field.INVOICE_NUMBER, Field.ISSUED_ON, Field.AMOUNT)) {
                if (!has(field)) {
                    missing.add(field);
                }
            }
        }
        return List.copyOf(missing);
    }
}
