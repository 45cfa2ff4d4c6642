package com.duemate.platform.notifications.internal;

import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.messaging.Outbox;
import com.duemate.platform.notifications.MessageSent;
import com.duemate.platform.notifications.MessageStatus;
import com.duemate.platform.notifications.MessageWithdrawn;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes what becomes of claimed messages; every write counts only under the fence of its claim. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class HandoverRows {

    private static final int MAX_ATTEMPTS = 6;

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final BusinessClock clock;

    HandoverRows(JdbcClient jdbc, Outbox outbox, BusinessClock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Those of these that nobody has tried yet, claimed. */
    List<Letter> claim(Collection<UUID> queued) {
        return jdbc.sql("""
                        update notifications.message m
                        set leased_until = clock_timestamp() + interval '120 seconds', fence = nextval('notifications.fence'),
                            ready_at = clock_timestamp()
                        from (select id from notifications.message
                              where id = any(?) and status = 'QUEUED' and fence = 0
                                and (leased_until is null or leased_until < clock_timestamp())
                              order by id for update skip locked) c
                        where m.id = c.id returning m.*""")
                .param(queued.toArray(UUID[]::new))
                .query(Letter::of)
                .list();
    }

    /** Those of these that are still held by their claims, for a while longer. */
    List<Letter> hold(List<Handover.Claim> claims) {
        return jdbc.sql("""
                        update notifications.message m set leased_until = clock_timestamp() + interval '120 seconds'
                        from unnest(?::uuid[], ?::bigint[]) c (id, fence)
                        where m.id = c.id and m.fence = c.fence and m.status in ('QUEUED', 'SENDING') returning m.*""")
                .param(claims.stream().map(Handover.Claim::message).toArray(UUID[]::new))
                .param(claims.stream().map(Handover.Claim::fence).toArray(Long[]::new))
                .query(Letter::of)
                .list();
    }

    /** @return the others: those that were not being sent when their last claim ended */
    List<Letter> settleLost(List<Letter> letters) {
        letters.stream()
                .filter(letter -> letter.status() == MessageStatus.SENDING)
                .forEach(letter -> settle(letter, MessageStatus.UNKNOWN, "notifications.reason.answerLost"));
        return letters.stream()
                .filter(letter -> letter.status() != MessageStatus.SENDING)
                .toList();
    }

    /** They are asked for again in 5 to 10 seconds, not all at once. */
    void postpone(List<Letter> letters, Map<UUID, String> reasons) {
        for (var letter : letters) {
            var reason = reasons.get(letter.id());
            if (reason != null) {
                jdbc.sql("""
                                update notifications.message set leased_until = null, reason = ?,
                                       ready_at = clock_timestamp() + make_interval(secs => 5 + 5 * random())
                                where id = ? and fence = ?""").params(reason, letter.id(), letter.fence()).update();
            }
        }
    }

    void withdraw(List<Letter> letters, Map<UUID, String> reasons) {
        for (var letter : letters) {
            var reason = reasons.get(letter.id());
            if (reason != null) {
                settle(letter, MessageStatus.WITHDRAWN, reason);
                outbox.publish(new MessageWithdrawn(letter.id(), letter.kind()));
            }
        }
    }

    /** Keeps them instead of sending them. */
    void capture(List<Letter> letters) {
        jdbc.sql("""
                        update notifications.message m set status = 'CAPTURED', reason = null, sent_at = ?, leased_until = null
                        from unnest(?::uuid[], ?::bigint[]) c (id, fence) where m.id = c.id and m.fence = c.fence""")
                .param(clock.now().atOffset(ZoneOffset.UTC))
                .param(letters.stream().map(Letter::id).toArray(UUID[]::new))
                .param(letters.stream().map(Letter::fence).toArray(Long[]::new))
                .update();
        outbox.publishAll(letters.stream()
                .map(letter -> new MessageSent(letter.id(), letter.kind()))
                .toList());
    }

    /** Marks it as being sent; false when somebody else has it meanwhile. */
    boolean begin(Letter letter) {
        return jdbc.sql("""
                        update notifications.message
                        set status = 'SENDING', attempts = attempts + 1,
                            leased_until = clock_timestamp() + interval '120 seconds'
                        where id = ? and fence = ? and status = 'QUEUED'""").params(letter.id(), letter.fence()).update() > 0;
    }

    void record(Letter letter, Channels.Result result) {
        switch (result) {
            case Channels.Result.Sent _ -> {
                settle(letter, MessageStatus.SENT, null);
                outbox.publish(new MessageSent(letter.id(), letter.kind()));
            }
            case Channels.Result.Away away -> waitFor(letter, away.reason());
            case Channels.Result.NotSent notSent
            when notSent.tryAgain() && letter.attempts() + 1 < MAX_ATTEMPTS -> tryAgain(letter, notSent.reason());
            case Channels.Result.NotSent notSent -> settle(letter, MessageStatus.FAILED, notSent.reason());
            case Channels.Result.Unknown _ -> settle(letter, MessageStatus.UNKNOWN, "notifications.reason.answerLost");
        }
    }

    /** After 20 seconds, then after four times as long, at most a quarter of an hour. */
    private void tryAgain(Letter letter, String reason) {
        jdbc.sql("""
                        update notifications.message set status = 'QUEUED', leased_until = null, reason = ?,
                               ready_at = clock_timestamp() + make_interval(secs => ?) where id = ? and fence = ?""")
                .params(reason, Math.min(900, 20 * Math.pow(4, letter.attempts())), letter.id(), letter.fence())
                .update();
    }

    /** After one to two minutes, not all at once; nobody was there to refuse it, so it was no attempt. */
    private void waitFor(Letter letter, String reason) {
        jdbc.sql("""
                        update notifications.message set status = 'QUEUED', leased_until = null, reason = ?, attempts = ?,
                               ready_at = clock_timestamp() + make_interval(secs => 60 + 60 * random())
                        where id = ? and fence = ?""")
                .params(reason, letter.attempts(), letter.id(), letter.fence())
                .update();
    }

    private void settle(Letter letter, MessageStatus status, @Nullable String reason) {
        jdbc.sql("""
                        update notifications.message set status = ?, reason = ?, sent_at = ?, leased_until = null
                        where id = ? and fence = ?""")
                .param(status.name())
                .param(reason)
                .param(status == MessageStatus.SENT ? clock.now().atOffset(ZoneOffset.UTC) : null)
                .param(letter.id())
                .param(letter.fence())
                .update();
    }
}
