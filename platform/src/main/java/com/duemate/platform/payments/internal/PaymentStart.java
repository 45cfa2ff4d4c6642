package com.duemate.platform.payments.internal;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes down payments before anything happens to them; always inside the tenant's transaction. */
@Component
class PaymentStart {

    static final Duration FIRST_QUESTION = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    PaymentStart(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An intent at a provider, whose end the janitor will ask for if nobody tells. */
    void start(UUID id, CustomerId customer, Money amount, List<InvoiceId> invoices, String provider) {
        var now = clock.now();
        insert(new Row(id, customer, amount, provider, null, "", now));
        meanFor(id, customer, invoices);
        jdbc.sql("insert into payments.pending (payment_id, ask_at) values (?, ?)")
                .params(id, now.plus(FIRST_QUESTION).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @return false when the provider's reference is known already, and nothing was written */
    boolean insert(Row row) {
        return jdbc.sql("""
                        insert into payments.payment (id, customer_id, provider, reference, method, currency, amount, status, started_at)
                        values (?, ?, ?, ?, ?, ?, ?, 'STARTED', ?) on conflict (tenant_id, provider, reference) do nothing""")
                        .params(row.id, row.customer.value(), row.provider)
                        .param(row.reference)
                        .params(row.method, row.amount.currencyCode(), row.amount.minor())
                        .param(row.at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void meanFor(UUID payment, CustomerId customer, List<InvoiceId> invoices) {
        jdbc.sql("""
                        insert into payments.payment_invoice (payment_id, position, invoice_id, customer_id)
                        select ?, n, i, ? from unnest(?::uuid[]) with ordinality as u(i, n)""")
                .params(payment, customer.value(), PaymentRows.ids(invoices))
                .update();
    }

    Intent intent(UUID payment) {
        return jdbc.sql(PaymentRows.SELECT + "where p.id = ?")
                .param(payment)
                .query((row, _) -> new Intent(
                        row.getObject("id", UUID.class),
                        row.getString("provider"),
                        PaymentRows.money(row, "amount"),
                        PaymentRows.invoiceIds(row, "invoices"),
                        Objects.requireNonNull(PaymentRows.instant(row, "started_at"))))
                .single();
    }

    void opened(UUID payment, String reference) {
        jdbc.sql("update payments.payment set reference = ? where id = ?")
                .params(reference, payment)
                .update();
    }

    /** What is to be asked of a provider, as it was written down. */
    record Intent(UUID id, String provider, Money amount, List<InvoiceId> invoices, Instant startedAt) {}

    record Row(
            UUID id,
            CustomerId customer,
            Money amount,
            String provider,
            @Nullable String reference,
            String method,
            Instant at) {}
}
