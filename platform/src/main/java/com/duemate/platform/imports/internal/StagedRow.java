package com.duemate.platform.imports.internal;

import com.duemate.platform.imports.ImportError;
import com.duemate.platform.imports.ImportRow.Change;
import com.duemate.platform.imports.RowVerdict;
import com.duemate.platform.imports.internal.ReadRow.InvoiceCells;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row with its verdict.
 *
 * @param customerKey of its staged customer; null when the row was refused
 * @param invoice null in a file of customers, and where the row could not be read
 */
record StagedRow(
        long row,
        RowVerdict verdict,
        @Nullable String customerKey,
        @Nullable InvoiceCells invoice,
        List<Change> changes,
        List<ImportError> errors) {}
