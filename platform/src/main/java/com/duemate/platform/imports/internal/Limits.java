package com.duemate.platform.imports.internal;

/** What a file may ask of us at most. Characters are UTF-16 units, sizes are bytes. */
final class Limits {

    static final int RECORD_CHARS = 1 << 20;
    static final int COLUMNS = 500;

    /** What a cell of a spreadsheet holds at most. */
    static final int CELL_CHARS = 32_767;

    static final int ROWS = 2_000_000;

    /** Title lines and blank lines that may stand above the headers. */
    static final int HEADER_SEARCH_ROWS = 50;

    static final int SAMPLE_ROWS = 2_000;
    static final int SAMPLE_CHARS = 4 << 20;

    /** Rows among which the sample is looked for, blank ones included. */
    static final int SAMPLE_SEARCH_ROWS = 50_000;

    /** Characters of a refused cell that are shown to a person. */
    static final int EXCERPT_CHARS = 60;

    static final int ZIP_ENTRIES = 2_000;
    static final int ZIP_DIRECTORY_BYTES = 1 << 20;
    static final long PART_BYTES = 2L << 30;

    /** Sheets of real invoices shrink to between a fifth and a fortieth. */
    static final int PART_RATIO = 200;

    static final int PART_BYTES_BEFORE_RATIO = 4 << 20;
    static final int XML_TAG_BYTES = 64 << 10;
    static final int XML_TEXT_BYTES = 1 << 20;
    static final int SHARED_STRINGS = 20_000_000;
    static final long SHARED_STRINGS_BYTES = 512L << 20;
    static final int RELATIONS = 10_000;
    static final int SHEETS = 20;
    static final int CELL_FORMATS = 65_536;

    private Limits() {}
}
