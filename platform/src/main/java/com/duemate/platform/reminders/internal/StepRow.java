package com.duemate.platform.reminders.internal;

import com.duemate.platform.reminders.StepKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An undecided step as it is stored.
 *
 * @param wakesAt when it is weighed next: its own time, or when a postponed one is looked at again
 * @param reason why it waits; null when nothing stood in its way so far
 */
record StepRow(StepKey key, Instant wakesAt, @Nullable String reason, Place place) {

    /**
     * Where PostgreSQL had it when it was read, a short cut to it while it is the same.
     *
     * @param row {@code ctid}
     * @param version {@code xmin}; what lies there later, it or another, has another
     */
    record Place(String row, String version) {

        /** The columns of a step that {@link #of} reads. */
        static final String COLUMNS = "s.ctid::text as place, s.xmin::text as version";

        static Place of(ResultSet row) throws SQLException {
            return new Place(row.getString("place"), row.getString("version"));
        }
    }
}
