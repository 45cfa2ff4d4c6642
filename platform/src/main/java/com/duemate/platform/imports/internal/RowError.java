package com.duemate.platform.imports.internal;

import com.duemate.platform.imports.ImportField;
import org.jspecify.annotations.Nullable;

/**
 * Why one row, or one field of it, was refused.
 *
 * @param row as a person counts: line of a text file, row of a sheet, from 1
 * @param field null when the row as a whole is at fault
 * @param value what stood there, shortened and made visible; empty when there is nothing to show
 */
record RowError(long row, @Nullable ImportField field, Reason reason, String value) {}
