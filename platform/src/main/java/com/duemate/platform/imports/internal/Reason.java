package com.duemate.platform.imports.internal;

import java.util.Locale;

/** Why a file, a row or a cell was refused; its text is in {@code texts/imports_<language>.properties}. */
enum Reason {
    // the file
    EMPTY_FILE,
    NOT_A_TABLE,
    OLD_OR_LOCKED_WORKBOOK,
    DAMAGED_FILE,
    SUSPICIOUS_FILE,
    NO_ROWS,
    TOO_MANY_ROWS,
    // the row
    QUOTE_NOT_CLOSED,
    ROW_TOO_LONG,
    TOO_MANY_COLUMNS,
    TOO_MANY_CELLS,
    // the cell
    MISSING,
    TOO_LONG,
    WRONG_ENCODING,
    HIDDEN_CHARACTERS,
    FORMULA,
    CELL_ERROR,
    DATE_UNREADABLE,
    DATE_DOES_NOT_EXIST,
    DATE_OUT_OF_RANGE,
    DATE_IN_OTHER_ORDER,
    DATE_AMBIGUOUS,
    DATE_IN_FUTURE,
    DUE_BEFORE_ISSUE,
    TERMS_UNREADABLE,
    AMOUNT_UNREADABLE,
    AMOUNT_AMBIGUOUS,
    AMOUNT_NEGATIVE,
    AMOUNT_ZERO,
    AMOUNT_TOO_LARGE,
    TOO_MANY_DECIMALS,
    CURRENCY_UNKNOWN,
    CURRENCY_CONTRADICTS,
    EMAIL_UNREADABLE,
    PHONE_UNREADABLE,
    LANGUAGE_UNKNOWN,
    ZONE_UNKNOWN,
    DUPLICATE_IN_FILE;

    /** Key of its text: ICU message format with the arguments {@code value} and {@code limit}. */
    String key() {
        return "imports.reason." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
