package com.duemate.platform.notifications;

import com.duemate.platform.kernel.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message in a list.
 *
 * @param reason why it failed or was withdrawn: a text key of bundle {@code notifications}
 */
public record MessageSummary(
        MessageId id,
        String kind,
        @Nullable CustomerId customer,
        Channel channel,
        String address,
        String recipientName,
        String subject,
        MessageStatus status,
        @Nullable String reason,
        Instant queuedAt,
        @Nullable Instant sentAt,
        List<UUID> subjects) {}
