package com.duemate.platform.payments.internal;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.payments.OwnPayments.Origin;
import com.duemate.platform.payments.PaymentStatus;
import com.duemate.platform.scope.Scopes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests of customers to pay, as the tenant's scope reads and answers them; always inside its transaction. */
@Component
class CheckoutRows {

    private final JdbcClient jdbc;

    CheckoutRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Request(
            UUID id,
            CustomerId customer,
            List<InvoiceId> invoices,
            Origin origin,
            String state,
            @Nullable UUID payment) {}

    /** A started payment whose hosted page waits for the payer, or is being opened. */
    record Waiting(UUID payment, @Nullable String url) {}

    Optional<Request> lock(UUID id) {
        return jdbc.sql("select * from payments.checkout_request where id = ? for update")
                .param(id)
                .query(CheckoutRows::request)
                .optional();
    }

    /** One customer's requests are answered one after the other, so that two clicks never open two pages. */
    void queueUp(CustomerId customer) {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended(?, 0)))")
                .param("payments|" + Scopes.tenant() + "|" + customer)
                .query(Integer.class)
                .single();
    }

    Optional<UUID> inFlight(List<InvoiceId> invoices) {
        return jdbc.sql("""
                        select p.id from payments.payment p
                        join payments.payment_invoice i on i.payment_id = p.id
                        where p.status = ? and i.invoice_id = any(?::uuid[]) order by p.started_at limit 1""")
                .params(PaymentStatus.IN_FLIGHT.name(), PaymentRows.ids(invoices))
                .query(UUID.class)
                .optional();
    }

    Optional<Waiting> waiting(Request request, List<InvoiceId> invoices, Money amount, Instant since) {
        return jdbc.sql("""
                        select p.id, r.checkout_url from payments.payment p
                        join payments.checkout_request r on r.payment_id = p.id
                        where p.customer_id = ? and p.status = 'STARTED' and p.currency = ? and p.amount = ?
                          and p.started_at >= ? and r.state in ('OPENING', 'OPEN') and r.origin = ?
                          and array(select i.invoice_id from payments.payment_invoice i
                                    where i.payment_id = p.id order by i.position) = ?::uuid[]
                        order by p.started_at desc limit 1""")
                .params(request.customer.value(), amount.currencyCode(), amount.minor())
                .params(since.atOffset(ZoneOffset.UTC), request.origin.name(), PaymentRows.ids(invoices))
                .query((row, _) -> new Waiting(row.getObject("id", UUID.class), row.getString("checkout_url")))
                .optional();
    }

    void refuse(UUID request, String refusal, @Nullable UUID payment) {
        jdbc.sql("""
                        update payments.checkout_request
                        set state = 'REFUSED', refusal = ?, payment_id = ?, checkout_url = null where id = ?""").param(refusal).param(payment).param(request).update();
    }

    void intend(UUID request, UUID payment) {
        jdbc.sql("update payments.checkout_request set state = 'OPENING', payment_id = ? where id = ?")
                .params(payment, request)
                .update();
    }

    /** For everybody who waits for this payment's page. */
    void open(UUID payment, String url) {
        jdbc.sql("""
                        update payments.checkout_request set state = 'OPEN', checkout_url = ?
                        where payment_id = ? and state = 'OPENING'""").params(url, payment).update();
    }

    private static Request request(ResultSet row, int number) throws SQLException {
        return new Request(
                row.getObject("id", UUID.class),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                PaymentRows.invoiceIds(row, "invoices"),
                Origin.valueOf(row.getString("origin")),
                row.getString("state"),
                row.getObject("payment_id", UUID.class));
    }
}
