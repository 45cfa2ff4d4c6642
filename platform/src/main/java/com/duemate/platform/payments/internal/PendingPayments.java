package com.duemate.platform.payments.internal;

import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.payments.spi.PaymentProvider;
import com.duemate.platform.payments.spi.ProviderAccounts;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Payments whose end nobody has told us. */
@Component
@OnRole(ServerRole.WORKER)
class PendingPayments {

    /** Pauses between questions; the last one repeats. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(20), Duration.ofHours(1), Duration.ofHours(4), Duration.ofHours(12), Duration.ofDays(1));

    /** An intent whose page could not be opened in this time is given up: the payer left long ago. */
    private static final Duration NEVER_OPENED = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Providers providers;
    private final ProviderAccounts accounts;
    private final Facts facts;
    private final BusinessClock clock;

    PendingPayments(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Providers providers,
            ProviderAccounts accounts,
            Facts facts,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.providers = providers;
        this.accounts = accounts;
        this.facts = facts;
        this.clock = clock;
    }

    /** Asks the provider outside any transaction, then acts on the answer in one. */
    void ask(UUID payment) {
        var found = inTransaction(() -> find(payment));
        if (found.isEmpty()) {
            return;
        }
        var question = found.get();
        var provider = providers.named(question.provider);
        if (question.reference != null && provider.isPresent()) {
            take(provider.get(), question.reference);
        } else if (question.startedAt.isBefore(clock.now().minus(NEVER_OPENED))) {
            inTransaction(() -> giveUp(payment));
        }
        inTransaction(() -> postpone(question));
    }

    private void take(PaymentProvider provider, String reference) {
        var account = inTransaction(() -> accounts.of(provider.name()));
        var told = provider.ask(account, reference);
        if (!told.isEmpty()) {
            transaction.executeWithoutResult(_ -> facts.take(provider.name(), told));
        }
    }

    private Optional<Question> find(UUID payment) {
        return jdbc.sql("""
                        select p.id, p.provider, p.reference, p.started_at, w.asked from payments.pending w
                        join payments.payment p on p.id = w.payment_id where w.payment_id = ?""")
                .param(payment)
                .query((row, _) -> new Question(
                        row.getObject("id", UUID.class),
                        row.getString("provider"),
                        row.getString("reference"),
                        Objects.requireNonNull(PaymentRows.instant(row, "started_at")),
                        row.getInt("asked")))
                .optional();
    }

    private int giveUp(UUID payment) {
        jdbc.sql("""
                        update payments.checkout_request set state = 'REFUSED', refusal = 'payments.refused.noProvider'
                        where payment_id = ? and state = 'OPENING'""").param(payment).update();
        jdbc.sql("update payments.payment set status = 'DECLINED' where id = ? and status = 'STARTED'")
                .param(payment)
                .update();
        return jdbc.sql("delete from payments.pending where payment_id = ?")
                .param(payment)
                .update();
    }

    private int postpone(Question question) {
        var pause = PAUSES.get(Math.min(question.asked, PAUSES.size() - 1));
        return jdbc.sql("""
                        update payments.pending set asked = asked + 1, ask_at = ?, leased_until = '-infinity'
                        where payment_id = ?""")
                .params(clock.now().plus(pause).atOffset(ZoneOffset.UTC), question.payment)
                .update();
    }

    private <T> T inTransaction(java.util.function.Supplier<T> action) {
        return Objects.requireNonNull(transaction.execute(_ -> action.get()));
    }

    private record Question(
            UUID payment, String provider, @Nullable String reference, Instant startedAt, int asked) {}
}
