package com.duemate.platform.ledger.internal;

import com.duemate.platform.kernel.Ids;
import com.duemate.platform.ledger.Journal.Entry;
import com.duemate.platform.ledger.Journal.Key;
import com.duemate.platform.ledger.Journal.Transaction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes many transactions with two statements. */
@Component
class BulkPosting {

    private final JdbcClient jdbc;

    BulkPosting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One entry with the transaction it goes to. */
    private record Line(UUID transaction, int number, Entry entry) {}

    void post(List<Transaction> transactions) {
        var ids = Stream.generate(Ids::next).limit(transactions.size()).toArray(UUID[]::new);
        var fresh = new HashSet<>(jdbc.sql("""
                        insert into ledger.transaction (id, source, external_id, at)
                        select t.id, t.source, t.external_id, t.at
                        from unnest(?::uuid[], ?::text[], ?::text[], ?::timestamptz[]) as t(id, source, external_id, at)
                        on conflict (tenant_id, source, external_id) do nothing returning id""")
                .param(ids)
                .param(texts(transactions, Transaction::source))
                .param(texts(transactions, Transaction::externalId))
                .param(texts(transactions, t -> t.at().toString()))
                .query(UUID.class)
                .list());
        var lines = new ArrayList<Line>();
        for (int i = 0; i < ids.length; i++) {
            if (fresh.contains(ids[i])) {
                int number = 0;
                for (var entry : transactions.get(i).entries()) {
                    lines.add(new Line(ids[i], ++number, entry));
                }
            }
        }
        write(lines);
    }

    private void write(List<Line> lines) {
        jdbc.sql("""
                        insert into ledger.entry (transaction_id, line, account, customer_id, invoice_id, amount, currency)
                        select e.transaction, e.line, e.account, e.customer, e.invoice, e.amount, e.currency
                        from unnest(?::uuid[], ?::int[], ?::text[], ?::uuid[], ?::uuid[], ?::bigint[], ?::text[])
                             as e(transaction, line, account, customer, invoice, amount, currency)""")
                .param(lines.stream().map(Line::transaction).toArray(UUID[]::new))
                .param(lines.stream().map(Line::number).toArray(Integer[]::new))
                .param(texts(lines, l -> l.entry.account().name()))
                .param(lines.stream().map(l -> l.entry.customer().value()).toArray(UUID[]::new))
                .param(lines.stream().map(l -> l.entry.invoice()).toArray(UUID[]::new))
                .param(lines.stream().map(l -> l.entry.amount().minor()).toArray(Long[]::new))
                .param(texts(lines, l -> l.entry.amount().currencyCode()))
                .update();
    }

    void reverse(List<Key> transactions, String source) {
        var ids = jdbc.sql("""
                        select t.id from unnest(?::text[], ?::text[]) as k(source, external_id)
                        join ledger.transaction t on t.source = k.source and t.external_id = k.external_id
                        where not exists (select from ledger.transaction r where r.reverses = t.id)""")
                .param(texts(transactions, Key::source))
                .param(texts(transactions, Key::externalId))
                .query(UUID.class)
                .list();
        var opposites = Stream.generate(Ids::next).limit(ids.size()).toArray(UUID[]::new);
        jdbc.sql("""
                        insert into ledger.transaction (id, source, external_id, reverses, at)
                        select r.id, ?, t.id::text, t.id, t.at from unnest(?::uuid[], ?::uuid[]) as r(id, reverses)
                        join ledger.transaction t on t.id = r.reverses""")
                .param(source)
                .param(opposites)
                .param(ids.toArray(UUID[]::new))
                .update();
        jdbc.sql("""
                        insert into ledger.entry (transaction_id, line, account, customer_id, invoice_id, amount, currency)
                        select r.id, e.line, e.account, e.customer_id, e.invoice_id, -e.amount, e.currency
                        from unnest(?::uuid[], ?::uuid[]) as r(id, reverses)
                        join ledger.entry e on e.transaction_id = r.reverses""").param(opposites).param(ids.toArray(UUID[]::new)).update();
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }
}
