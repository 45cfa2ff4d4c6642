package com.duemate.platform.ledger.internal;

import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.ledger.Journal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class SqlJournal implements Journal {

    private final JdbcClient jdbc;
    private final BulkPosting bulk;

    SqlJournal(JdbcClient jdbc, BulkPosting bulk) {
        this.jdbc = jdbc;
        this.bulk = bulk;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Posted post(Transaction transaction) {
        requireBalanced(transaction.entries());
        return write(transaction, null);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Posted reverse(UUID transaction, String source, String externalId, Instant at) {
        var opposite = jdbc.sql("select * from ledger.entry where transaction_id = ? order by line")
                .param(transaction)
                .query((row, _) -> new Entry(
                        Account.valueOf(row.getString("account")),
                        new CustomerId(row.getObject("customer_id", UUID.class)),
                        row.getObject("invoice_id", UUID.class),
                        Money.of(-row.getLong("amount"), row.getString("currency"))))
                .list();
        return write(new Transaction(source, externalId, at, opposite), transaction);
    }

    private Posted write(Transaction transaction, @Nullable UUID reverses) {
        var id = Ids.next();
        int added = jdbc.sql("""
                        insert into ledger.transaction (id, source, external_id, reverses, at) values (?, ?, ?, ?, ?)
                        on conflict (tenant_id, source, external_id) do nothing""")
                .param(id)
                .param(transaction.source())
                .param(transaction.externalId())
                .param(reverses)
                .param(transaction.at().atOffset(ZoneOffset.UTC))
                .update();
        if (added == 0) {
            return new Posted(
                    jdbc.sql("select id from ledger.transaction where source = ? and external_id = ?")
                            .params(transaction.source(), transaction.externalId())
                            .query(UUID.class)
                            .single(),
                    false);
        }
        writeEntries(id, transaction.entries());
        return new Posted(id, true);
    }

    private void writeEntries(UUID id, List<Entry> entries) {
        jdbc.sql("""
                        insert into ledger.entry (transaction_id, line, account, customer_id, invoice_id, amount, currency)
                        select ?, row_number() over (), e.account, e.customer, e.invoice, e.amount, e.currency
                        from unnest(?::text[], ?::uuid[], ?::uuid[], ?::bigint[], ?::text[])
                             as e(account, customer, invoice, amount, currency)""")
                .param(id)
                .param(entries.stream().map(e -> e.account().name()).toArray(String[]::new))
                .param(entries.stream().map(e -> e.customer().value()).toArray(UUID[]::new))
                .param(entries.stream().map(Entry::invoice).toArray(UUID[]::new))
                .param(entries.stream().map(e -> e.amount().minor()).toArray(Long[]::new))
                .param(entries.stream().map(e -> e.amount().currencyCode()).toArray(String[]::new))
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void postAll(Collection<Transaction> transactions) {
        transactions.forEach(transaction -> requireBalanced(transaction.entries()));
        bulk.post(List.copyOf(transactions));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void reverseAll(Collection<Key> transactions, String source) {
        bulk.reverse(List.copyOf(transactions), source);
    }

    private static void requireBalanced(List<Entry> entries) {
        var sum = entries.stream()
                .map(Entry::amount)
                .reduce(Money::plus)
                .orElseThrow(() -> new IllegalArgumentException("a transaction has entries"));
        if (!sum.isZero()) {
            throw new IllegalArgumentException("debits and credits differ by " + sum);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<Money> unapplied(CustomerId customer) {
        return jdbc.sql("""
                        select currency, -sum(amount)::bigint as amount from ledger.entry
                        where customer_id = ? and account = 'UNAPPLIED' group by currency having sum(amount) < 0 order by currency""")
                .param(customer.value())
                .query((row, _) -> Money.of(row.getLong("amount"), row.getString("currency")))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Money balance(Account account, CustomerId customer, Currency currency, Instant asOf) {
        return new Money(
                jdbc.sql("""
                                select coalesce(sum(e.amount), 0)::bigint from ledger.entry e
                                join ledger.transaction t on t.tenant_id = e.tenant_id and t.id = e.transaction_id
                                where e.account = ? and e.customer_id = ? and e.currency = ? and t.at <= ?""")
                        .params(
                                account.name(),
                                customer.value(),
                                currency.getCurrencyCode(),
                                asOf.atOffset(ZoneOffset.UTC))
                        .query(Long.class)
                        .single(),
                currency);
    }
}
