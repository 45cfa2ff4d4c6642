package com.duemate.platform.imports;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a row, or one field of it, was refused.
 *
 * @param row as a person counts: line of a text file, row of a sheet, from 1
 * @param field null when the row as a whole is at fault
 * @param reason a text key, for {@link #arguments()}
 * @param value what stood there, shortened and made visible; empty when there is nothing to show
 */
public record ImportError(long row, @Nullable ImportField field, String reason, String value) {

    /** What the text of the reason may name: {@code value} and {@code limit}. */
    public Map<String, Object> arguments() {
        return Map.of("value", value, "limit", field == null ? 0 : field.maxLength());
    }
}
