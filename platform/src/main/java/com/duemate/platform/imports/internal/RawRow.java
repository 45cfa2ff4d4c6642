package com.duemate.platform.imports.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row as it stands in the file.
 *
 * @param number as a person counts: line of a text file, row of a sheet, from 1
 * @param cells by column; may be shorter than the table is wide
 * @param flaw why the row could not be cut into cells; then it has none
 */
record RawRow(long number, List<Cell> cells, @Nullable Reason flaw) {

    static RawRow flawed(long number, Reason flaw) {
        return new RawRow(number, List.of(), flaw);
    }

    Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.BLANK;
    }

    boolean isBlank() {
        if (flaw != null) {
            return false;
        }
        for (var cell : cells) {
            if (cell instanceof Cell.Flawed || !cell.shown().isBlank()) {
                return false;
            }
        }
        return true;
    }
}
