package com.duemate.platform.notifications.internal;

import com.duemate.platform.notifications.MessageKind;
import com.duemate.platform.notifications.OutgoingMessage;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes messages that wait to be handed over. */
@Repository
class QueuedRows {

    /** Within it a message is taken off its lane; afterwards whoever finds it claims it. */
    private static final int SECONDS_ON_THE_LANE = 30;

    private final JdbcClient jdbc;

    QueuedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the ids of those written: not those whose intent was queued before or whose address is suppressed */
    Set<UUID> insert(List<MessageComposer.Composed> composed, Instant now) {
        return Set.copyOf(jdbc.sql("""
                        insert into notifications.message (id, kind, variant, intent, customer_id, channel, address, recipient_name,
                                                           locale, subject, html, text, way_out, subjects, sender_name, reply_to,
                                                           ready_at, queued_at)
                        select m.id, m.kind, m.variant, m.intent, m.customer_id, m.channel, m.address, m.recipient_name, m.locale,
                               m.subject, m.html, m.text, m.way_out, m.subjects::uuid[], m.sender_name, m.reply_to,
                               clock_timestamp() + make_interval(secs => m.seconds), ?::timestamptz
                        from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[],
                                    ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::int[])
                        m (id, kind, variant, intent, customer_id, channel, address, recipient_name, locale, subject, html, text,
                           way_out, subjects, sender_name, reply_to, seconds)
                        where not exists (select from notifications.suppression s
                                          where s.channel = m.channel and s.address = m.address)
                        on conflict (tenant_id, intent) do nothing returning id""")
                .param(now.atOffset(ZoneOffset.UTC))
                .param(composed.stream().map(MessageComposer.Composed::id).toArray(UUID[]::new))
                .param(texts(composed, OutgoingMessage::kind))
                .param(texts(composed, OutgoingMessage::variant))
                .param(texts(composed, OutgoingMessage::intent))
                .param(composed.stream()
                        .map(each -> each.message().customer())
                        .map(customer -> customer == null ? null : customer.value())
                        .toArray(UUID[]::new))
                .param(texts(composed, message -> message.channel().name()))
                .param(texts(composed, OutgoingMessage::address))
                .param(texts(composed, OutgoingMessage::recipientName))
                .param(texts(composed, message -> message.locale().toLanguageTag()))
                .param(composed.stream().map(each -> each.content().subject()).toArray(String[]::new))
                .param(composed.stream().map(each -> each.content().html()).toArray(String[]::new))
                .param(composed.stream().map(each -> each.content().text()).toArray(String[]::new))
                .param(composed.stream().map(MessageComposer.Composed::wayOut).toArray(String[]::new))
                .param(texts(composed, message -> message.subjects().stream()
                        .map(UUID::toString)
                        .collect(Collectors.joining(",", "{", "}"))))
                .param(texts(
                        composed,
                        message -> message.sender() == null
                                ? null
                                : message.sender().name()))
                .param(texts(
                        composed,
                        message -> message.sender() == null
                                ? null
                                : message.sender().replyTo()))
                .param(composed.stream()
                        .map(each -> MessageKind.of(each.message().kind()).isAwaited() ? 0 : SECONDS_ON_THE_LANE)
                        .toArray(Integer[]::new))
                .query(UUID.class)
                .list());
    }

    private static @Nullable String[] texts(
            List<MessageComposer.Composed> composed, Function<OutgoingMessage, @Nullable String> text) {
        return composed.stream().map(each -> text.apply(each.message())).toArray(String[]::new);
    }
}
