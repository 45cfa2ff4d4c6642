package com.duemate.platform.notifications.internal;

import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.Cursor;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Page;
import com.duemate.platform.notifications.Channel;
import com.duemate.platform.notifications.MessageId;
import com.duemate.platform.notifications.MessageKind;
import com.duemate.platform.notifications.MessageSummary;
import com.duemate.platform.notifications.Messages;
import com.duemate.platform.notifications.OutgoingMessage;
import com.duemate.platform.scope.MayRead;
import com.duemate.platform.scope.MayWork;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
class MessageDesk implements Messages {

    private static final String SUMMARY = """
            select id, kind, customer_id, channel, address, recipient_name, subject, status, reason, queued_at, sent_at, subjects
            from notifications.message
            """;

    private final JdbcClient jdbc;
    private final MessageComposer composer;
    private final BusinessClock clock;
    private final QueuedRows queued;
    private final DeliveryLanes lanes;
    private final DeliveryBell bell;

    MessageDesk(
            JdbcClient jdbc,
            MessageComposer composer,
            BusinessClock clock,
            QueuedRows queued,
            DeliveryLanes lanes,
            DeliveryBell bell) {
        this.jdbc = jdbc;
        this.queued = queued;
        this.lanes = lanes;
        this.composer = composer;
        this.clock = clock;
        this.bell = bell;
    }

    @Override
    @MayWork
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<MessageId> queue(OutgoingMessage message) {
        if (isSuppressed(message.channel(), message.address()) || isQueued(message.intent())) {
            return Optional.empty();
        }
        var composed = composer.compose(List.of(message));
        return write(composed).isEmpty()
                ? Optional.empty()
                : Optional.of(new MessageId(composed.getFirst().id()));
    }

    @Override
    @MayWork
    @Transactional(propagation = Propagation.MANDATORY)
    public List<MessageId> queueAll(List<OutgoingMessage> messages) {
        var composed = composer.compose(messages);
        if (write(composed).size() < messages.size()) {
            throw new NotAllQueued();
        }
        return composed.stream().map(each -> new MessageId(each.id())).toList();
    }

    /** @return those that were not refused */
    private Set<UUID> write(List<MessageComposer.Composed> composed) {
        var written = queued.insert(composed, clock.now());
        var awaited = false;
        for (var each : composed) {
            if (written.contains(each.id())
                    && MessageKind.of(each.message().kind()).isAwaited()) {
                awaited = true;
            } else if (written.contains(each.id())) {
                lanes.add(each.message().channel(), each.id());
            }
        }
        if (awaited) {
            bell.ringAfterCommit();
        }
        return written;
    }

    private boolean isQueued(String intent) {
        return jdbc.sql("select exists (select from notifications.message where intent = ?)")
                .param(intent)
                .query(Boolean.class)
                .single();
    }

    @Override
    @MayRead
    @Transactional(readOnly = true)
    public boolean isSuppressed(Channel channel, String address) {
        return jdbc.sql("select exists (select from notifications.suppression where channel = ? and address = ?)")
                .params(channel.name(), address)
                .query(Boolean.class)
                .single();
    }

    @Override
    @MayRead
    @Transactional(readOnly = true)
    public Page<MessageSummary> list(MessageQuery query) {
        int limit = Math.clamp(query.limit(), 1, Page.MAX_LIMIT);
        var after = Cursor.parse(query.cursor(), 2);
        var customer = query.customer();
        var found = jdbc.sql(SUMMARY + """
                        where (:customer::uuid is null or customer_id = :customer::uuid)
                          and (:kind::text is null or kind = :kind::text)
                          and (:any or status = any(:statuses))
                          and (not :after or (queued_at, id) < (:at::timestamptz, :id::uuid))
                        order by queued_at desc, id desc limit :limit""")
                .param("customer", customer == null ? null : customer.value())
                .param("kind", query.kind())
                .param("any", query.statuses().isEmpty())
                .param("statuses", query.statuses().stream().map(Enum::name).toArray(String[]::new))
                .param("after", after.isPresent())
                .param("at", after.map(c -> c.instant(0)).orElse(Instant.EPOCH).atOffset(ZoneOffset.UTC))
                .param("id", after.map(c -> c.uuid(1)).orElse(new UUID(0, 0)))
                .param("limit", limit + 1)
                .query(MessageRows::summary)
                .list();
        return Cursor.page(
                found,
                limit,
                Function.identity(),
                last -> Cursor.of(last.queuedAt().toString(), last.id().toString()));
    }

    @Override
    @MayRead
    @Transactional(readOnly = true)
    public Optional<Content> find(MessageId id) {
        return jdbc.sql("select * from notifications.message where id = ?")
                .param(id.value())
                .query((row, n) ->
                        ShownContent.of(MessageRows.summary(row, n), row.getString("html"), row.getString("text")))
                .optional();
    }

    @Override
    @MayRead
    @Transactional(readOnly = true)
    public List<Instant> contactsSince(CustomerId customer, Instant since) {
        return contactsSince(List.of(customer), since).getOrDefault(customer, List.of());
    }

    @Override
    @MayRead
    @Transactional(readOnly = true)
    public Map<CustomerId, List<Instant>> contactsSince(Collection<CustomerId> customers, Instant since) {
        var contacts = new HashMap<CustomerId, List<Instant>>();
        jdbc.sql("""
                        select customer_id, queued_at from notifications.message
                        where customer_id = any(?) and kind = 'reminder' and status not in ('FAILED', 'WITHDRAWN')
                          and queued_at >= ? order by queued_at""")
                .param(customers.stream().map(CustomerId::value).toArray(UUID[]::new))
                .param(since.atOffset(ZoneOffset.UTC))
                .query(row -> {
                    contacts.computeIfAbsent(
                                    new CustomerId(row.getObject("customer_id", UUID.class)), _ -> new ArrayList<>())
                            .add(row.getObject("queued_at", OffsetDateTime.class)
                                    .toInstant());
                });
        return contacts;
    }
}
