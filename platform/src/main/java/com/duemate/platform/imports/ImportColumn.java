package com.duemate.platform.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One column of an imported file, and what it was taken for.
 *
 * @param index from 0
 * @param field null when the column is not taken
 * @param confidence 0 to 100
 * @param samples the first filled cells, shortened
 */
public record ImportColumn(
        int index, String header, @Nullable ImportField field, int confidence, MappedBy by, List<String> samples) {

    /** Why a column got its field. */
    public enum MappedBy {
        GIVEN,
        NAME,
        /** The name could mean several things; the contents agree with this one. */
        NAME_AND_CONTENTS,
        CONTENTS,
        NOTHING
    }
}
