package com.duemate.platform.notifications.internal;

import com.duemate.platform.branding.Brand;
import com.duemate.platform.branding.Brands;
import com.duemate.platform.tenancy.Tenants;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands a tenant's messages to their channel, one after the other. The intent to send each is committed before the call and its
 * outcome after it, together with the intent of the next; an answer lost in between leaves that one message UNKNOWN, and it is never
 * sent again by itself. All are vetted together, and what is left of them again as soon as that was a moment ago.
 */
@Component
class Handover {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final TransactionTemplate transaction;
    private final HandoverRows rows;
    private final LastWord lastWord;
    private final Tenants tenants;
    private final Brands brands;
    private final Channels channels;

    Handover(
            PlatformTransactionManager transactions,
            HandoverRows rows,
            LastWord lastWord,
            Tenants tenants,
            Brands brands,
            Channels channels) {
        this.transaction = new TransactionTemplate(transactions);
        this.rows = rows;
        this.lastWord = lastWord;
        this.tenants = tenants;
        this.brands = brands;
        this.channels = channels;
    }

    /** @param fence of the claim that holds it */
    record Claim(UUID message, long fence) {}

    /** Those of these, just queued, that nobody has claimed yet; in their tenant's scope, outside any transaction. */
    void deliver(List<UUID> queued) {
        goOn(() -> rows.claim(queued));
    }

    /** Those of these that are still held by their claims; in their tenant's scope, outside any transaction. */
    void deliverClaimed(List<Claim> claims) {
        goOn(() -> rows.hold(claims));
    }

    private void goOn(Supplier<List<Letter>> first) {
        var more = Optional.of(first);
        while (more.isPresent()) {
            var letters = more.get();
            more = transaction
                    .execute(_ -> vetted(letters.get()))
                    .map(this::send)
                    .filter(rest -> !rest.isEmpty())
                    .map(rest -> () -> rows.hold(rest));
        }
    }

    /** Settles what must not go, and marks the first that may as being sent; empty when none may. */
    private Optional<Vetted> vetted(List<Letter> letters) {
        var waiting = rows.settleLost(letters);
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        var holds = lastWord.holds(waiting);
        rows.postpone(waiting, holds);
        waiting = without(waiting, holds.keySet());
        var vetoes = lastWord.vetoes(waiting);
        rows.withdraw(waiting, vetoes);
        waiting = without(waiting, vetoes.keySet());
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        if (tenants.current().testMode()) {
            rows.capture(waiting);
            return Optional.empty();
        }
        rows.begin(waiting.getFirst());
        return Optional.of(new Vetted(waiting, brands.current(), System.nanoTime()));
    }

    private static List<Letter> without(List<Letter> letters, Set<UUID> gone) {
        return letters.stream().filter(letter -> !gone.contains(letter.id())).toList();
    }

    /** @return those whose vetting became too old */
    private List<Claim> send(Vetted vetted) {
        var letters = vetted.letters;
        @Nullable Sent before = null;
        for (int i = 0; i < letters.size(); i++) {
            if (i > 0) {
                if (System.nanoTime() - vetted.at > FRESH.toNanos()) {
                    record(before);
                    return letters.subList(i, letters.size()).stream()
                            .map(letter -> new Claim(letter.id(), letter.fence()))
                            .toList();
                }
                if (!recordAndBegin(before, letters.get(i))) {
                    before = null;
                    continue;
                }
            }
            before = new Sent(letters.get(i), channels.send(letters.get(i), vetted.brand));
        }
        record(before);
        return List.of();
    }

    private boolean recordAndBegin(@Nullable Sent before, Letter next) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            if (before != null) {
                rows.record(before.letter, before.result);
            }
            return rows.begin(next);
        }));
    }

    private void record(@Nullable Sent last) {
        if (last != null) {
            transaction.executeWithoutResult(_ -> rows.record(last.letter, last.result));
        }
    }

    /** @param letters that may go, of which the first is marked; never empty */
    private record Vetted(List<Letter> letters, Brand brand, long at) {}

    private record Sent(Letter letter, Channels.Result result) {}
}
