package com.duemate.platform.imports.internal;

import java.io.IOException;

/** A table found in a file, which can be read any number of times. */
sealed interface Table permits CsvTable, XlsxTable {

    enum Format {
        CSV,
        XLSX
    }

    Format format();

    /**
     * Opens the table at its first row.
     *
     * @param width columns by which a broken record is told from a long one; 0 when not known yet
     * @param wanted columns whose cells are needed; the others may come out blank
     */
    RawRows open(int width, Columns wanted) throws IOException;

    /** A choice of columns. */
    @FunctionalInterface
    interface Columns {

        Columns ALL = column -> true;

        boolean contains(int column);
    }
}
