package com.duemate.platform.notifications.internal;

import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.notifications.Channel;
import com.duemate.platform.notifications.MessageId;
import com.duemate.platform.notifications.MessageStatus;
import com.duemate.platform.notifications.MessageSummary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Reads message rows into records. */
final class MessageRows {

    private MessageRows() {}

    static MessageSummary summary(ResultSet row, int number) throws SQLException {
        var customer = row.getObject("customer_id", UUID.class);
        var sentAt = row.getObject("sent_at", OffsetDateTime.class);
        return new MessageSummary(
                new MessageId(row.getObject("id", UUID.class)),
                row.getString("kind"),
                customer == null ? null : new CustomerId(customer),
                Channel.valueOf(row.getString("channel")),
                row.getString("address"),
                row.getString("recipient_name"),
                row.getString("subject"),
                MessageStatus.valueOf(row.getString("status")),
                row.getString("reason"),
                row.getObject("queued_at", OffsetDateTime.class).toInstant(),
                sentAt == null ? null : sentAt.toInstant(),
                List.of((UUID[]) row.getArray("subjects").getArray()));
    }
}
