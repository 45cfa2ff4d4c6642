package com.duemate.platform.reminders.internal;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Money;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what was owed and what was sent in a time that has passed. */
@Repository
class PastReading {

    private static final String OPEN_THEN = """
            where i.customer_id = any(?) and i.issued_on <= ? and (i.paid_on is null or i.paid_on >= ?)
              and i.status in ('OPEN', 'PARTLY_PAID', 'PAID')
            """;

    private final JdbcClient jdbc;

    PastReading(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those who owed something on some day of the time, most invoices first. */
    List<CustomerId> customers(LocalDate from, LocalDate to, int most) {
        return jdbc.sql("""
                        select customer_id from invoicing.pub_invoice
                        where issued_on <= ? and (paid_on is null or paid_on >= ?) and status in ('OPEN', 'PARTLY_PAID', 'PAID')
                        group by customer_id order by count(*) desc, customer_id limit ?""")
                .params(to, from, most)
                .query((row, _) -> new CustomerId(row.getObject(1, UUID.class)))
                .list();
    }

    /** The invoices of these that were open on some day of the time; voided and written off ones are left out. */
    Map<CustomerId, List<PastInvoice>> invoices(Collection<CustomerId> customers, LocalDate from, LocalDate to) {
        var ids = customers.stream().map(CustomerId::value).toArray(UUID[]::new);
        var entries = entries(ids, from, to);
        var found = new HashMap<CustomerId, List<PastInvoice>>();
        jdbc.sql("select id, customer_id, number, issued_on, due_on, total, currency from invoicing.pub_invoice i "
                        + OPEN_THEN + " order by customer_id, due_on, id")
                .params(ids, to, from)
                .query(row -> {
                    var id = row.getObject("id", UUID.class);
                    var changes = entries.getOrDefault(id, List.of());
                    var first = changes.stream()
                            .filter(change -> change.amount().isPositive())
                            .findFirst();
                    var total = Money.of(row.getLong("total"), row.getString("currency"));
                    found.computeIfAbsent(
                                    new CustomerId(row.getObject("customer_id", UUID.class)), _ -> new ArrayList<>())
                            .add(new PastInvoice(
                                    new InvoiceId(id),
                                    row.getString("number"),
                                    new PlanDays(
                                            row.getObject("issued_on", LocalDate.class),
                                            row.getObject("due_on", LocalDate.class),
                                            null),
                                    first.map(PastInvoice.Change::amount).orElse(total),
                                    changes.stream()
                                            .filter(change -> first.stream().noneMatch(change::equals))
                                            .toList()));
                });
        return found;
    }

    /** What the journal says of each invoice: first what it was issued for, then every change. */
    private Map<UUID, List<PastInvoice.Change>> entries(UUID[] customers, LocalDate from, LocalDate to) {
        var entries = new HashMap<UUID, List<PastInvoice.Change>>();
        jdbc.sql("""
                        select e.invoice_id, e.at, e.amount, e.currency from ledger.pub_entry e
                        join invoicing.pub_invoice i on i.tenant_id = e.tenant_id and i.id = e.invoice_id
                        %s and e.account = 'RECEIVABLE'
                        order by e.at, e.amount desc""".formatted(OPEN_THEN)).params(customers, to, from).query(row -> {
            entries.computeIfAbsent(row.getObject("invoice_id", UUID.class), _ -> new ArrayList<>())
                    .add(new PastInvoice.Change(
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            Money.of(row.getLong("amount"), row.getString("currency"))));
        });
        return entries;
    }

    /** How many reminders really went out in each month of the time. */
    Map<YearMonth, Integer> sent(LocalDate from, LocalDate to, ZoneId zone) {
        var sent = new HashMap<YearMonth, Integer>();
        jdbc.sql("""
                        select date_trunc('month', decided_at at time zone ?)::date as month, count(*)::int as messages
                        from reminders.decision
                        where outcome = 'SENT' and decided_at >= ? and decided_at < ? group by 1""")
                .params(
                        zone.getId(),
                        from.atStartOfDay(zone).toOffsetDateTime(),
                        to.plusDays(1).atStartOfDay(zone).toOffsetDateTime())
                .query(row -> {
                    sent.put(YearMonth.from(row.getObject("month", LocalDate.class)), row.getInt("messages"));
                });
        return sent;
    }
}
