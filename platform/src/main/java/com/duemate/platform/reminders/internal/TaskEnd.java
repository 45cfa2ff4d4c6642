package com.duemate.platform.reminders.internal;

import com.duemate.platform.reminders.StepChannel;
import com.duemate.themes.text.Formats;
import com.duemate.themes.text.Texts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** When a person did what a step gave them. @param by empty for a program */
record TaskEnd(StepChannel channel, Instant at, String by) {

    private static final String SOMEBODY = "SOMEBODY";

    /** Of a row joined with the task of its decision; null without one, or while it is open. */
    static @Nullable TaskEnd of(ResultSet row) throws SQLException {
        var at = row.getObject("done_at", OffsetDateTime.class);
        return at == null
                ? null
                : new TaskEnd(
                        StepChannel.valueOf(row.getString("channel")),
                        at.toInstant(),
                        Objects.requireNonNullElse(row.getString("done_by"), ""));
    }

    /** The decision, and what became of it since. */
    static String told(String decision, @Nullable TaskEnd end, Texts texts, Formats formats) {
        return end == null ? decision : decision + " " + end.sentence(texts, formats);
    }

    private String sentence(Texts texts, Formats formats) {
        return texts.text(
                formats.locale(),
                "reminders.task.ended",
                Map.of(
                        "channel", channel.name(),
                        "at", formats.dateTime(at),
                        "by", by.isBlank() ? SOMEBODY : by));
    }
}
