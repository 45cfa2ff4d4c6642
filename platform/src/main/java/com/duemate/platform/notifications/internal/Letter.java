package com.duemate.platform.notifications.internal;

import com.duemate.platform.notifications.Channel;
import com.duemate.platform.notifications.MessageStatus;
import com.duemate.platform.notifications.SenderName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message on its way out. @param attempts before this one; @param fence of the claim under which it was read */
record Letter(
        UUID id,
        String kind,
        Channel channel,
        String address,
        String recipientName,
        String subject,
        String html,
        String text,
        @Nullable String wayOut,
        List<UUID> subjects,
        MessageStatus status,
        Instant queuedAt,
        int attempts,
        long fence,
        @Nullable SenderName sender) {

    static Letter of(ResultSet row, int number) throws SQLException {
        var sender = row.getString("sender_name");
        return new Letter(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                Channel.valueOf(row.getString("channel")),
                row.getString("address"),
                row.getString("recipient_name"),
                row.getString("subject"),
                row.getString("html"),
                row.getString("text"),
                row.getString("way_out"),
                List.of((UUID[]) row.getArray("subjects").getArray()),
                MessageStatus.valueOf(row.getString("status")),
                row.getObject("queued_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"),
                row.getLong("fence"),
                sender == null ? null : new SenderName(sender, row.getString("reply_to")));
    }
}
