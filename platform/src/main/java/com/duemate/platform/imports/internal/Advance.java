package com.duemate.platform.imports.internal;

import com.duemate.platform.imports.ImportState;
import org.jspecify.annotations.Nullable;

/**
 * Where a step leaves its import.
 *
 * @param phase null when nothing is left to do
 * @param done what the step adds to the progress
 */
record Advance(ImportState state, @Nullable Phase phase, long cursor, long done, Tally tally) {

    /** Further in the same phase. */
    static Advance within(Job job, long cursor, long done, Tally tally) {
        return new Advance(job.state(), job.phase(), cursor, done, tally);
    }

    /** On to the beginning of another phase. */
    static Advance to(ImportState state, @Nullable Phase phase, long done, Tally tally) {
        return new Advance(state, phase, 0, done, tally);
    }
}
