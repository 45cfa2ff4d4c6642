package com.duemate.platform.invoicing.internal;

import com.duemate.platform.invoicing.IncomingInvoice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the invoices whose numbers an import names. */
@Repository
class IntakeReading {

    private final JdbcClient jdbc;

    IntakeReading(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By number. */
    Map<String, KnownInvoice> find(List<IncomingInvoice> invoices) {
        return read("select * from invoicing.invoice where number = any(?)", invoices);
    }

    /** As {@link #find}, locked against payments and changes in the order of their ids, as everybody locks them. */
    Map<String, KnownInvoice> lock(List<IncomingInvoice> invoices) {
        return read("select * from invoicing.invoice where number = any(?) order by id for no key update", invoices);
    }

    private Map<String, KnownInvoice> read(String sql, List<IncomingInvoice> invoices) {
        var known = new HashMap<String, KnownInvoice>();
        jdbc.sql(sql)
                .param(invoices.stream().map(IncomingInvoice::number).toArray(String[]::new))
                .query((row, _) -> new KnownInvoice(InvoiceRows.locked(row), row.getString("subject")))
                .list()
                .forEach(invoice ->
                        known.put(Objects.requireNonNull(invoice.row().number()), invoice));
        return known;
    }
}
