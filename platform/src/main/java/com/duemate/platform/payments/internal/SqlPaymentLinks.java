package com.duemate.platform.payments.internal;

import com.duemate.platform.audit.AuditTrail;
import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.InvoiceStatus;
import com.duemate.platform.invoicing.InvoiceSummary;
import com.duemate.platform.invoicing.Invoices;
import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.payments.PaymentLinks;
import com.duemate.platform.scope.MayReadOwn;
import com.duemate.platform.scope.MayWork;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class SqlPaymentLinks implements PaymentLinks {

    private static final int MOST_INVOICES = 200;

    private final JdbcClient jdbc;
    private final Invoices invoices;
    private final LinkMaking making;
    private final AuditTrail trail;
    private final BusinessClock clock;

    SqlPaymentLinks(JdbcClient jdbc, Invoices invoices, LinkMaking making, AuditTrail trail, BusinessClock clock) {
        this.jdbc = jdbc;
        this.invoices = invoices;
        this.making = making;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    @MayWork
    @Transactional
    public Outcome create(InvoiceId id) {
        return invoices.findAll(List.of(id)).stream()
                .findFirst()
                .map(this::create)
                .orElseGet(Outcome.Unknown::new);
    }

    private Outcome create(InvoiceSummary invoice) {
        if (invoice.status() == InvoiceStatus.DRAFT) {
            return new Outcome.Refused("payments.link.draft");
        }
        if (!invoice.status().isOpen()) {
            return new Outcome.Refused("payments.link.nothingOwed");
        }
        var link = making.make(new LinkMaking.Order(invoice.customer(), List.of(invoice.id()), Secrets.next(), null));
        trail.record("payments.createLink", link.id(), Map.of("invoice", invoice.number()));
        return new Outcome.Created(link.url());
    }

    @Override
    @MayWork
    @Transactional
    public String createFor(CustomerId customer, List<InvoiceId> wanted) {
        return createForAll(List.of(new Wanted(customer, wanted))).getFirst();
    }

    @Override
    @MayWork
    @Transactional
    public List<String> createForAll(List<Wanted> wanted) {
        wanted.forEach(SqlPaymentLinks::checkNumber);
        var found = invoices
                .findAll(wanted.stream()
                        .flatMap(each -> each.invoices().stream())
                        .toList())
                .stream()
                .collect(Collectors.toMap(InvoiceSummary::id, Function.identity()));
        wanted.forEach(each -> checkInvoices(each, found));
        var made = making.make(wanted.stream()
                .map(each -> new LinkMaking.Order(each.customer(), each.invoices(), Secrets.next(), null))
                .toList());
        var commands = new ArrayList<AuditTrail.Command>();
        for (int i = 0; i < made.size(); i++) {
            var facts = Map.of("invoices", wanted.get(i).invoices().size());
            commands.add(
                    new AuditTrail.Command("payments.createLink", made.get(i).id(), facts));
        }
        trail.recordAll(commands);
        return made.stream().map(LinkMaking.Made::url).toList();
    }

    private static void checkNumber(Wanted wanted) {
        int number = wanted.invoices().size();
        if (number == 0 || number > MOST_INVOICES || new HashSet<>(wanted.invoices()).size() < number) {
            throw new IllegalArgumentException("a link shows 1 to 200 different invoices");
        }
    }

    private static void checkInvoices(Wanted wanted, Map<InvoiceId, InvoiceSummary> found) {
        for (var id : wanted.invoices()) {
            var invoice = found.get(id);
            if (invoice == null
                    || !invoice.customer().equals(wanted.customer())
                    || invoice.status() == InvoiceStatus.DRAFT) {
                throw new IllegalArgumentException("a link shows issued invoices of one customer");
            }
        }
    }

    @Override
    @MayWork
    @Transactional
    public void revoke(InvoiceId invoice) {
        int revoked = jdbc.sql("""
                        update payments.payment_link l set revoked_at = ? where l.revoked_at is null
                        and exists (select from payments.link_invoice i where i.link_id = l.id and i.invoice_id = ?)""")
                .params(clock.now().atOffset(ZoneOffset.UTC), invoice.value())
                .update();
        if (revoked > 0) {
            trail.record("payments.revokeLinks", invoice.value(), Map.of("links", revoked));
        }
    }

    @Override
    @MayReadOwn
    @Transactional(readOnly = true)
    public Optional<Shown> open(UUID link) {
        return jdbc.sql("select revoked_at is not null from payments.payment_link where id = ?")
                .param(link)
                .query(Boolean.class)
                .optional()
                .map(revoked -> new Shown(revoked ? List.of() : shownBy(link), revoked));
    }

    private List<InvoiceId> shownBy(UUID link) {
        return jdbc
                .sql("select invoice_id from payments.link_invoice where link_id = ? order by position")
                .param(link)
                .query(UUID.class)
                .stream()
                .map(InvoiceId::new)
                .toList();
    }
}
