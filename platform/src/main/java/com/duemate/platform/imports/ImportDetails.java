package com.duemate.platform.imports;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An import as it stands.
 *
 * @param dryRun staged for looking only; it cannot be committed
 * @param kind null until the file was looked at, as are the columns empty
 * @param failure text key, while FAILED
 * @param missing fields without which no row can be taken: a person has to map them
 * @param progress null when nothing is under way
 * @param undo what an undo, perhaps still under way, has done
 * @param settledAt business time of the last change of state that ended some work
 */
public record ImportDetails(
        ImportId id,
        String fileName,
        ImportState state,
        boolean dryRun,
        @Nullable ImportKind kind,
        Counts counts,
        @Nullable Progress progress,
        @Nullable String failure,
        List<ImportColumn> columns,
        List<ImportField> missing,
        Undo undo,
        Instant startedAt,
        @Nullable Instant settledAt) {

    /**
     * Before the commit what it would do, after it what it did.
     *
     * @param rows filled rows below the headers, read so far
     * @param created invoices, as are {@code updated} and {@code unchanged}
     * @param rejected rows, in files of invoices as many invoices
     */
    public record Counts(
            long rows,
            long created,
            long updated,
            long unchanged,
            long rejected,
            long customersCreated,
            long customersUpdated) {}

    /** @param total an estimate; 0 while nothing is known */
    public record Progress(long done, long total) {

        /** 0 to 100. */
        public int percent() {
            return total == 0 ? 0 : (int) Math.min(100, done * 100 / total);
        }
    }

    /** Invoices and customers together. */
    public record Undo(long removed, long restored, long kept) {}
}
