package com.duemate.platform.imports.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One cell as the file states it, before anybody knows what its column means. */
sealed interface Cell {

    Cell BLANK = new Text("");

    /** As a person sees it. */
    String shown();

    static Cell of(String text) {
        return text.isEmpty() ? BLANK : new Text(text);
    }

    record Text(String shown) implements Cell {}

    /**
     * A number that needs no guessing of separators.
     *
     * @param currency sign or code that the cell's format adds, as written
     */
    record Numeric(BigDecimal value, String shown, @Nullable String currency) implements Cell {}

    record Day(LocalDate value) implements Cell {
        @Override
        public String shown() {
            return value.toString();
        }
    }

    /** A cell that must not be taken: a formula, an error, a text beyond all bounds. */
    record Flawed(Reason reason, String shown) implements Cell {}
}
