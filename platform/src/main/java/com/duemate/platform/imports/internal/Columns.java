package com.duemate.platform.imports.internal;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows turned into columns, for statements that take many rows at once. */
record Columns<T>(List<T> rows) {

    UUID[] ids(Function<T, UUID> value) {
        return rows.stream().map(value).toArray(UUID[]::new);
    }

    @Nullable
    UUID[] optionalIds(Function<T, @Nullable UUID> value) {
        return rows.stream().map(value).toArray(UUID[]::new);
    }

    @Nullable
    Long[] longs(Function<T, @Nullable Long> value) {
        return rows.stream().map(value).toArray(Long[]::new);
    }

    /** Dates, too: a text in ISO 8601 is cast by the statement. */
    @Nullable
    String[] texts(Function<T, @Nullable Object> value) {
        return rows.stream()
                .map(value)
                .map(v -> v == null ? null : v.toString())
                .toArray(String[]::new);
    }
}
