package com.duemate.platform.payments.internal;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.payments.PaymentStatus;
import com.duemate.platform.payments.PaymentSummary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How payments come out of the database. */
final class PaymentRows {

    static final String SELECT = """
            select p.id, p.customer_id, p.provider, p.currency, p.amount, p.status, p.method, p.started_at, p.received_at,
                   p.receipt_number, p.receipt_token,
                   array(select i.invoice_id from payments.payment_invoice i
                         where i.payment_id = p.id order by i.position) as invoices
            from payments.payment p
            """;

    private PaymentRows() {}

    static PaymentSummary summary(ResultSet row, int number) throws SQLException {
        return new PaymentSummary(
                row.getObject("id", UUID.class),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                money(row, "amount"),
                PaymentStatus.valueOf(row.getString("status")),
                row.getString("method"),
                uuids(row, "invoices"),
                Objects.requireNonNull(instant(row, "started_at")),
                instant(row, "received_at"),
                row.getString("receipt_number"));
    }

    static Money money(ResultSet row, String amount) throws SQLException {
        return Money.of(row.getLong(amount), row.getString("currency"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static List<UUID> uuids(ResultSet row, String column) throws SQLException {
        return Arrays.asList((UUID[]) row.getArray(column).getArray());
    }

    static List<InvoiceId> invoiceIds(ResultSet row, String column) throws SQLException {
        return uuids(row, column).stream().map(InvoiceId::new).toList();
    }

    static UUID[] ids(List<InvoiceId> invoices) {
        return invoices.stream().map(InvoiceId::value).toArray(UUID[]::new);
    }
}
