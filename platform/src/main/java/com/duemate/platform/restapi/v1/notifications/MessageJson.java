package com.duemate.platform.restapi.v1.notifications;

import com.duemate.platform.notifications.Channel;
import com.duemate.platform.notifications.MessageStatus;
import com.duemate.platform.notifications.MessageSummary;
import com.duemate.platform.notifications.Messages;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param customerId null for a message to one of the tenant's people
 * @param reason why it failed or was withdrawn
 * @param about the invoices or payments it speaks of
 * @param html only where one message is asked for
 */
@Schema(name = "Message")
record MessageJson(
        UUID id,
        String kind,
        @Nullable UUID customerId,
        Channel channel,
        String address,
        String recipientName,
        String subject,
        MessageStatus status,
        @Nullable String reason,
        Instant queuedAt,
        @Nullable Instant sentAt,
        List<UUID> about,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String html,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String text) {

    static MessageJson of(MessageSummary message) {
        return of(message, null, null);
    }

    static MessageJson of(Messages.Content content) {
        return of(content.summary(), content.html(), content.text());
    }

    private static MessageJson of(MessageSummary message, @Nullable String html, @Nullable String text) {
        var customer = message.customer();
        return new MessageJson(
                message.id().value(),
                message.kind(),
                customer == null ? null : customer.value(),
                message.channel(),
                message.address(),
                message.recipientName(),
                message.subject(),
                message.status(),
                message.reason(),
                message.queuedAt(),
                message.sentAt(),
                message.subjects(),
                html,
                text);
    }
}
