package com.duemate.platform.ledger;

import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Money;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tenant's double-entry journal. Append-only: a correction is a reversal. */
public interface Journal {

    /**
     * Posts one balanced transaction. Posting the same source and external id again changes nothing.
     *
     * @return the transaction's id, and whether it was new
     * @throws IllegalArgumentException when debits and credits differ, or currencies are mixed
     */
    Posted post(Transaction transaction);

    /** Posts the opposite of a transaction, once. */
    Posted reverse(UUID transaction, String source, String externalId, Instant at);

    /** Posts many at once; those posted before change nothing. Each as {@link #post}. */
    void postAll(Collection<Transaction> transactions);

    /**
     * Posts the opposite of each at its own business time, so that on no past day they had an effect. Those that are not there, or
     * were reversed before, are passed over.
     *
     * @param source of the reversals, such as {@code imports.undo}
     */
    void reverseAll(Collection<Key> transactions, String source);

    /** What the customer has paid that no invoice has used, per currency. */
    List<Money> unapplied(CustomerId customer);

    Money balance(Account account, CustomerId customer, Currency currency, Instant asOf);

    enum Account {
        /** What customers owe: debit grows. */
        RECEIVABLE,
        /** Money received: debit grows. */
        CASH,
        /** Paid and not yet matched: credit grows. */
        UNAPPLIED,
        /** Sales: credit grows. */
        REVENUE,
        /** Given up: debit grows. */
        WRITE_OFF
    }

    /**
     * @param source room and kind, such as {@code invoicing.issue}
     * @param externalId unique within the source
     * @param at business time
     */
    record Transaction(String source, String externalId, Instant at, List<Entry> entries) {}

    /** @param amount positive debits, negative credits; @param invoice where the entry belongs to one */
    record Entry(
            Account account, CustomerId customer, @Nullable UUID invoice, Money amount) {}

    /** What a transaction is known by. */
    record Key(String source, String externalId) {}

    record Posted(UUID id, boolean fresh) {}
}
