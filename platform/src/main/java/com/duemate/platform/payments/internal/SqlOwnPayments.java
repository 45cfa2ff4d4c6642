package com.duemate.platform.payments.internal;

import com.duemate.platform.customers.Customers;
import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.messaging.Outbox;
import com.duemate.platform.payments.OwnPayments;
import com.duemate.platform.payments.PaymentReceipt;
import com.duemate.platform.payments.PaymentSummary;
import com.duemate.platform.scope.MayReadOwn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@MayReadOwn
class SqlOwnPayments implements OwnPayments {

    private static final int MOST_INVOICES = 200;

    private final JdbcClient jdbc;
    private final Customers customers;
    private final BusinessClock clock;
    private final Outbox outbox;

    SqlOwnPayments(JdbcClient jdbc, Customers customers, BusinessClock clock, Outbox outbox) {
        this.jdbc = jdbc;
        this.customers = customers;
        this.clock = clock;
        this.outbox = outbox;
    }

    @Override
    @Transactional
    public void request(UUID id, List<InvoiceId> invoices, Origin origin) {
        if (invoices.isEmpty() || invoices.size() > MOST_INVOICES) {
            throw new IllegalArgumentException("a payment is for 1 to 200 invoices");
        }
        int added = jdbc.sql("""
                        insert into payments.checkout_request (id, invoices, origin, requested_at)
                        values (?, ?, ?, ?) on conflict do nothing""")
                .params(
                        id,
                        PaymentRows.ids(invoices),
                        origin.name(),
                        clock.now().atOffset(ZoneOffset.UTC))
                .update();
        if (added == 1) {
            outbox.publish(new CheckoutRequested(id));
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Request> find(UUID request) {
        return jdbc.sql("select * from payments.checkout_request where id = ?")
                .param(request)
                .query(this::requestOf)
                .optional();
    }

    private Request requestOf(ResultSet row, int number) throws SQLException {
        var payment = row.getObject("payment_id", UUID.class);
        return new Request(
                row.getObject("id", UUID.class),
                PaymentRows.invoiceIds(row, "invoices"),
                Objects.requireNonNull(PaymentRows.instant(row, "requested_at")),
                row.getString("checkout_url"),
                row.getString("refusal"),
                payment == null ? null : summary(payment));
    }

    private PaymentSummary summary(UUID payment) {
        return jdbc.sql(PaymentRows.SELECT + "where p.id = ?")
                .param(payment)
                .query(PaymentRows::summary)
                .single();
    }

    @Override
    @Transactional(readOnly = true)
    public List<PaymentSummary> list() {
        return jdbc.sql(PaymentRows.SELECT + """
                        where p.status in ('IN_FLIGHT', 'RECEIVED', 'REFUNDED') order by p.started_at desc, p.id desc limit 500""").query(PaymentRows::summary).list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<PaymentReceipt> receipt(UUID payment) {
        return jdbc.sql(PaymentRows.SELECT + "where p.id = ? and p.received_at is not null")
                .param(payment)
                .query(this::receiptOf)
                .optional();
    }

    private PaymentReceipt receiptOf(ResultSet row, int number) throws SQLException {
        var payment = row.getObject("id", UUID.class);
        var amount = PaymentRows.money(row, "amount");
        var parts = parts(payment, amount);
        return new PaymentReceipt(
                payment,
                row.getString("receipt_number"),
                row.getString("receipt_token"),
                amount,
                row.getString("method"),
                Objects.requireNonNull(PaymentRows.instant(row, "received_at")),
                customers.self().name(),
                parts,
                parts.stream().map(PaymentReceipt.Part::applied).reduce(amount, Money::minus));
    }

    private List<PaymentReceipt.Part> parts(UUID payment, Money amount) {
        return jdbc.sql("""
                        select v.number, i.applied from payments.payment_invoice i
                        join invoicing.pub_invoice v on v.id = i.invoice_id
                        where i.payment_id = ? and i.applied > 0 order by i.position""")
                .param(payment)
                .query((row, _) -> new PaymentReceipt.Part(
                        row.getString("number"), new Money(row.getLong("applied"), amount.currency())))
                .list();
    }
}
