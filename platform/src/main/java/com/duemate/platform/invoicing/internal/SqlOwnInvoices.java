package com.duemate.platform.invoicing.internal;

import com.duemate.platform.invoicing.InvoiceDetails;
import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.InvoiceSummary;
import com.duemate.platform.invoicing.OwnInvoices;
import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.scope.MayReadOwn;
import com.duemate.platform.tenancy.Tenants;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Row security shows a customer its own rows; drafts are left out here. */
@Service
@MayReadOwn
class SqlOwnInvoices implements OwnInvoices {

    private final JdbcClient jdbc;
    private final InvoiceRows rows;
    private final KeptPapers papers;
    private final Tenants tenants;
    private final BusinessClock clock;

    SqlOwnInvoices(JdbcClient jdbc, InvoiceRows rows, KeptPapers papers, Tenants tenants, BusinessClock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.papers = papers;
        this.tenants = tenants;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<InvoiceSummary> list() {
        return jdbc.sql(InvoiceRows.SUMMARY
                        + "where i.status <> 'DRAFT' order by i.issued_on desc, i.id desc limit 500")
                .query(InvoiceRows.summaries(today()))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<InvoiceDetails> find(InvoiceId id) {
        return jdbc.sql(InvoiceRows.SUMMARY + "where i.id = ? and i.status <> 'DRAFT'")
                .param(id.value())
                .query((row, n) -> new InvoiceDetails(
                        InvoiceRows.summaries(today()).mapRow(row, n), rows.lines(id), row.getInt("version")))
                .optional();
    }

    @Override
    @Transactional
    public Optional<byte[]> pdf(InvoiceId id) {
        return find(id).map(papers::of);
    }

    private LocalDate today() {
        return clock.today(tenants.current().zone());
    }
}
