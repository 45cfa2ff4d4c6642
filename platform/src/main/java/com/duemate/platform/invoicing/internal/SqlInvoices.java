package com.duemate.platform.invoicing.internal;

import com.duemate.platform.audit.AuditTrail;
import com.duemate.platform.invoicing.DraftInvoice;
import com.duemate.platform.invoicing.InvoiceDetails;
import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.InvoiceSummary;
import com.duemate.platform.invoicing.Invoices;
import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.Cursor;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.kernel.Page;
import com.duemate.platform.scope.MayRead;
import com.duemate.platform.scope.MayWork;
import com.duemate.platform.tenancy.Tenants;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
class SqlInvoices implements Invoices {

    private final JdbcClient jdbc;
    private final InvoiceRows rows;
    private final KeptInvoices kept;
    private final KeptPapers papers;
    private final Tenants tenants;
    private final BusinessClock clock;
    private final AuditTrail trail;

    SqlInvoices(
            JdbcClient jdbc,
            InvoiceRows rows,
            KeptInvoices kept,
            KeptPapers papers,
            Tenants tenants,
            BusinessClock clock,
            AuditTrail trail) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.kept = kept;
        this.papers = papers;
        this.tenants = tenants;
        this.clock = clock;
        this.trail = trail;
    }

    @Override
    @MayWork
    @Transactional
    public Outcome create(DraftInvoice draft, boolean asDraft) {
        return checked(
                draft,
                checked ->
                        recorded(asDraft ? "invoicing.draft" : "invoicing.create", kept.add(draft, checked, asDraft)));
    }

    @Override
    @MayWork
    @Transactional
    public Outcome issue(InvoiceId id) {
        return onLocked(id, invoice -> recorded("invoicing.issue", kept.issue(invoice)));
    }

    @Override
    @MayWork
    @Transactional
    public Outcome update(InvoiceId id, DraftInvoice draft) {
        return onLocked(
                id,
                invoice ->
                        checked(draft, checked -> recorded("invoicing.update", kept.change(invoice, draft, checked))));
    }

    @Override
    @MayWork
    @Transactional
    public Outcome voidInvoice(InvoiceId id, String reason) {
        return onLocked(id, invoice -> {
            var outcome = kept.cancel(invoice);
            if (outcome instanceof Outcome.Done) {
                trail.record(
                        "invoicing.void",
                        id.value(),
                        Map.of("reason", reason.substring(0, Math.min(500, reason.length()))));
            }
            return outcome;
        });
    }

    private Outcome recorded(String action, Outcome outcome) {
        if (outcome instanceof Outcome.Done done) {
            trail.record(action, done.id().value(), Map.of());
        }
        return outcome;
    }

    private Outcome checked(DraftInvoice draft, Function<CheckedInvoice, Outcome> then) {
        try {
            return then.apply(CheckedInvoice.of(draft, tenants.current().currency()));
        } catch (CheckedInvoice.RefusedDraft e) {
            return e.refused;
        }
    }

    private Outcome onLocked(InvoiceId id, Function<InvoiceRows.Locked, Outcome> then) {
        return rows.lock(id).map(then).orElseGet(Outcome.Unknown::new);
    }

    @Override
    @MayRead
    @Transactional(readOnly = true)
    public Optional<InvoiceDetails> find(InvoiceId id) {
        return jdbc.sql(InvoiceRows.SUMMARY + "where i.id = ?")
                .param(id.value())
                .query((row, n) -> new InvoiceDetails(
                        InvoiceRows.summaries(today()).mapRow(row, n), rows.lines(id), row.getInt("version")))
                .optional();
    }

    @Override
    @MayRead
    @Transactional(readOnly = true)
    public Page<InvoiceSummary> list(InvoiceQuery query) {
        int limit = Math.clamp(query.limit(), 1, Page.MAX_LIMIT);
        var after = Cursor.parse(query.cursor(), 2);
        var customer = query.customer();
        var term = Optional.ofNullable(query.search())
                .map(s -> s.strip().toLowerCase(Locale.ROOT))
                .orElse("");
        var today = today();
        var found = jdbc.sql(InvoiceRows.SUMMARY + """
                        where (:any or i.status = any(:statuses))
                          and (not :late or (i.status in ('OPEN', 'PARTLY_PAID') and i.due_on < :today))
                          and (:customer::uuid is null or i.customer_id = :customer::uuid)
                          and (:term = '' or strpos(i.search, :term) > 0 or strpos(lower(c.name), :term) > 0)
                          and (not :after or (i.issued_on, i.id) < (:date::date, :id::uuid))
                        order by i.issued_on desc, i.id desc limit :limit""")
                .param("any", query.statuses().isEmpty())
                .param("statuses", query.statuses().stream().map(Enum::name).toArray(String[]::new))
                .param("late", query.late())
                .param("today", today)
                .param("customer", customer == null ? null : customer.value())
                .param("term", term)
                .param("after", after.isPresent())
                .param("date", after.map(c -> c.date(0)).orElse(LocalDate.EPOCH))
                .param("id", after.map(c -> c.uuid(1)).orElse(new UUID(0, 0)))
                .param("limit", limit + 1)
                .query(InvoiceRows.summaries(today))
                .list();
        return Cursor.page(
                found,
                limit,
                Function.identity(),
                last -> Cursor.of(last.issuedOn().toString(), last.id().toString()));
    }

    @Override
    @MayRead
    @Transactional(readOnly = true)
    public List<InvoiceSummary> open(CustomerId customer) {
        return jdbc.sql(
                        InvoiceRows.SUMMARY
                                + "where i.customer_id = ? and i.status in ('OPEN', 'PARTLY_PAID') order by i.due_on, i.issued_on, i.number")
                .param(customer.value())
                .query(InvoiceRows.summaries(today()))
                .list();
    }

    @Override
    @MayRead
    @Transactional(readOnly = true)
    public List<InvoiceSummary> findAll(Collection<InvoiceId> ids) {
        return jdbc.sql(InvoiceRows.SUMMARY + "where i.id = any(?) order by i.due_on, i.issued_on, i.number")
                .param(ids.stream().map(InvoiceId::value).toArray(UUID[]::new))
                .query(InvoiceRows.summaries(today()))
                .list();
    }

    @Override
    @MayRead
    @Transactional(propagation = Propagation.MANDATORY)
    public List<InvoiceSummary> findAllHeldStill(Collection<InvoiceId> ids) {
        return jdbc.sql(InvoiceRows.SUMMARY + "where i.id = any(?) order by i.id for share of i")
                .param(ids.stream().map(InvoiceId::value).toArray(UUID[]::new))
                .query(InvoiceRows.summaries(today()))
                .list();
    }

    @Override
    @MayRead
    @Transactional(readOnly = true)
    public List<Owed> owed(Collection<CustomerId> customers) {
        return jdbc.sql("""
                        select customer_id, currency, sum(open)::bigint as open, count(*) as invoices,
                               coalesce(sum(open) filter (where due_on < ?), 0)::bigint as late
                        from invoicing.pub_invoice
                        where customer_id = any(?) and status in ('OPEN', 'PARTLY_PAID')
                        group by customer_id, currency order by 3 desc""")
                .params(today(), customers.stream().map(CustomerId::value).toArray(UUID[]::new))
                .query((row, _) -> {
                    var currency = Currency.getInstance(row.getString("currency"));
                    return new Owed(
                            new CustomerId(row.getObject("customer_id", UUID.class)),
                            new Money(row.getLong("open"), currency),
                            new Money(row.getLong("late"), currency),
                            row.getInt("invoices"));
                })
                .list();
    }

    @Override
    @MayRead
    @Transactional
    public Optional<byte[]> pdf(InvoiceId id) {
        return find(id).map(papers::of);
    }

    private LocalDate today() {
        return clock.today(tenants.current().zone());
    }
}
