package com.duemate.platform.notifications.internal;

import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.messaging.Outbox;
import com.duemate.platform.notifications.MessageSent;
import com.duemate.platform.notifications.MessageStatus;
import com.duemate.platform.notifications.MessageWithdrawn;
import com.duemate.platform.tenancy.Tenants;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands one claimed message to its channel. The intent to send is committed before the call and its outcome after it; an answer
 * lost in between leaves the message UNKNOWN, and it is never sent again by itself.
 */
@Component
class Handover {

    private static final int MAX_ATTEMPTS = 6;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Tenants tenants;
    private final Outbox outbox;
    private final BusinessClock clock;
    private final Channels channels;
    private final LastWord lastWord;

    Handover(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Tenants tenants,
            Outbox outbox,
            BusinessClock clock,
            Channels channels,
            LastWord lastWord) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.tenants = tenants;
        this.outbox = outbox;
        this.clock = clock;
        this.channels = channels;
        this.lastWord = lastWord;
    }

    /** In the message's tenant's scope, outside any transaction. */
    void deliver(UUID message, long fence) {
        transaction.execute(_ -> prepare(message, fence)).ifPresent(letter -> {
            var result = channels.send(letter);
            transaction.executeWithoutResult(_ -> record(letter, fence, result));
        });
    }

    /** Present when the message must now be sent for real; everything else is settled here. */
    private Optional<Letter> prepare(UUID message, long fence) {
        var found = read(message, fence);
        if (found.isEmpty()) {
            return found;
        }
        var letter = found.get();
        if (letter.status() == MessageStatus.SENDING) {
            settle(letter, MessageStatus.UNKNOWN, "notifications.reason.answerLost", fence);
            return Optional.empty();
        }
        var hold = lastWord.hold(letter);
        if (hold.isPresent()) {
            wait(letter, hold.get(), fence);
            return Optional.empty();
        }
        var veto = lastWord.veto(letter);
        if (veto.isPresent()) {
            settle(letter, MessageStatus.WITHDRAWN, veto.get(), fence);
            outbox.publish(new MessageWithdrawn(letter.id(), letter.kind()));
            return Optional.empty();
        }
        if (tenants.current().testMode()) {
            settle(letter, MessageStatus.CAPTURED, null, fence);
            outbox.publish(new MessageSent(letter.id(), letter.kind()));
            return Optional.empty();
        }
        jdbc.sql("update notifications.message set status = 'SENDING' where id = ? and fence = ?")
                .params(letter.id(), fence)
                .update();
        return found;
    }

    private Optional<Letter> read(UUID message, long fence) {
        return jdbc.sql("select * from notifications.message where id = ? and fence = ? for update")
                .params(message, fence)
                .query(Letter::of)
                .optional()
                .filter(letter -> letter.status() == MessageStatus.QUEUED || letter.status() == MessageStatus.SENDING);
    }

    /** It is asked for again in 5 to 10 seconds, not all of them at once; such a claim is no attempt. */
    private void wait(Letter letter, String reason, long fence) {
        jdbc.sql("""
                        update notifications.message set leased_until = null, reason = ?, attempts = attempts - 1,
                               ready_at = clock_timestamp() + make_interval(secs => 5 + 5 * random()) where id = ? and fence = ?""").params(reason, letter.id(), fence).update();
    }

    private void record(Letter letter, long fence, Channels.Result result) {
        switch (result) {
            case Channels.Result.Sent _ -> {
                settle(letter, MessageStatus.SENT, null, fence);
                outbox.publish(new MessageSent(letter.id(), letter.kind()));
            }
            case Channels.Result.NotSent notSent
            when notSent.tryAgain() && letter.attempts() < MAX_ATTEMPTS ->
                jdbc.sql("""
                                update notifications.message set status = 'QUEUED', leased_until = null, reason = ?,
                                       ready_at = clock_timestamp() + make_interval(secs => ?) where id = ? and fence = ?""")
                        .params(notSent.reason(), 5 * Math.pow(4, letter.attempts()), letter.id(), fence)
                        .update();
            case Channels.Result.NotSent notSent -> settle(letter, MessageStatus.FAILED, notSent.reason(), fence);
            case Channels.Result.Unknown _ ->
                settle(letter, MessageStatus.UNKNOWN, "notifications.reason.answerLost", fence);
        }
    }

    private void settle(Letter letter, MessageStatus status, @Nullable String reason, long fence) {
        boolean gone = List.of(MessageStatus.SENT, MessageStatus.CAPTURED).contains(status);
        jdbc.sql("""
                        update notifications.message set status = ?, reason = ?, sent_at = ?, leased_until = null
                        where id = ? and fence = ?""")
                .param(status.name())
                .param(reason)
                .param(gone ? clock.now().atOffset(ZoneOffset.UTC) : null)
                .param(letter.id())
                .param(fence)
                .update();
    }
}
