package com.duemate.platform.invoicing.internal;

import com.duemate.platform.invoicing.DraftInvoice;
import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.InvoiceStatus;
import com.duemate.platform.invoicing.InvoiceSummary;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads invoices straight into records. */
@Repository
class InvoiceRows {

    static final String SUMMARY = """
            select i.id, i.number, i.customer_id, c.name as customer_name, i.status, i.issued_on, i.due_on, i.currency,
                   i.total, i.open, i.paid_on, i.subject, i.version
            from invoicing.invoice i
            join customers.pub_customer c on c.tenant_id = i.tenant_id and c.id = i.customer_id
            """;

    private final JdbcClient jdbc;

    InvoiceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static RowMapper<InvoiceSummary> summaries(LocalDate today) {
        return (row, _) -> summary(row, today);
    }

    private static InvoiceSummary summary(ResultSet row, LocalDate today) throws SQLException {
        var status = InvoiceStatus.valueOf(row.getString("status"));
        var due = row.getObject("due_on", LocalDate.class);
        var currency = row.getString("currency");
        var number = row.getString("number");
        return new InvoiceSummary(
                new InvoiceId(row.getObject("id", UUID.class)),
                number == null ? "" : number,
                new CustomerId(row.getObject("customer_id", UUID.class)),
                row.getString("customer_name"),
                status,
                row.getObject("issued_on", LocalDate.class),
                due,
                Money.of(row.getLong("total"), currency),
                Money.of(row.getLong("open"), currency),
                status.isOpen() ? (int) Math.max(0, ChronoUnit.DAYS.between(due, today)) : 0,
                row.getObject("paid_on", LocalDate.class),
                row.getString("subject"));
    }

    List<DraftInvoice.Line> lines(InvoiceId id) {
        return jdbc.sql("select description, quantity, unit from invoicing.line where invoice_id = ? order by position")
                .param(id.value())
                .query((row, _) -> new DraftInvoice.Line(
                        row.getString("description"), row.getLong("quantity"), row.getLong("unit")))
                .list();
    }

    /** Locks the invoice against payments and other changes until the transaction ends. */
    Optional<Locked> lock(InvoiceId id) {
        return jdbc.sql("select * from invoicing.invoice where id = ? for no key update")
                .param(id.value())
                .query((row, _) -> locked(row))
                .optional();
    }

    static Locked locked(ResultSet row) throws SQLException {
        return new Locked(
                new InvoiceId(row.getObject("id", UUID.class)),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                row.getString("number"),
                InvoiceStatus.valueOf(row.getString("status")),
                Money.of(row.getLong("total"), row.getString("currency")),
                Money.of(row.getLong("open"), row.getString("currency")),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getInt("version"));
    }

    /** An invoice whose row this transaction has locked. */
    record Locked(
            InvoiceId id,
            CustomerId customer,
            @Nullable String number,
            InvoiceStatus status,
            Money total,
            Money open,
            LocalDate issuedOn,
            LocalDate dueOn,
            int version) {

        boolean untouched() {
            return status == InvoiceStatus.OPEN && open.equals(total);
        }
    }
}
