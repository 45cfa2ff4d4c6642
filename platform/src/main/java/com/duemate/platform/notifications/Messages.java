package com.duemate.platform.notifications;

import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Page;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Messages of the tenant one works in. */
public interface Messages {

    /**
     * Renders and queues in the caller's transaction; delivery follows after its commit.
     *
     * @return empty when the intent was queued before, or the address is suppressed
     */
    Optional<MessageId> queue(OutgoingMessage message);

    /**
     * The same for several, with a few statements; all of them or none.
     *
     * @return in the order of the messages
     * @throws NotAllQueued when one was queued before or its address is suppressed; the caller's transaction must not stand then
     */
    List<MessageId> queueAll(List<OutgoingMessage> messages);

    /** Whether the address gets nothing more on the channel. */
    boolean isSuppressed(Channel channel, String address);

    Page<MessageSummary> list(MessageQuery query);

    /** The message with its content as the customer saw it. */
    Optional<Content> find(MessageId id);

    /** Instants at which reminders went, or are about to go, to the customer since then; for the contact budget. */
    List<Instant> contactsSince(CustomerId customer, Instant since);

    /** The same for many customers; one without any is not in the answer. */
    Map<CustomerId, List<Instant>> contactsSince(Collection<CustomerId> customers, Instant since);

    record MessageQuery(
            @Nullable CustomerId customer,
            @Nullable String kind,
            List<MessageStatus> statuses,
            int limit,
            @Nullable String cursor) {}

    record Content(MessageSummary summary, String html, String text) {}

    /** One of several was refused; queue them one by one to learn which. */
    final class NotAllQueued extends RuntimeException {

        public NotAllQueued() {
            super("a message was queued before, or its address is suppressed", null, false, false);
        }
    }
}
