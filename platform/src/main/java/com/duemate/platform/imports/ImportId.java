package com.duemate.platform.imports;

import java.util.UUID;

/** An import of the current tenant. */
public record ImportId(UUID value) {

    /** @throws IllegalArgumentException when the text is no id */
    public static ImportId of(String text) {
        return new ImportId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
