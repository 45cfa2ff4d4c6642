package com.duemate.platform.arrangements.internal;

import com.duemate.platform.arrangements.Arrangements;
import com.duemate.platform.audit.AuditTrail;
import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.InvoiceSummary;
import com.duemate.platform.invoicing.Invoices;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Page;
import com.duemate.platform.scope.MayRead;
import com.duemate.platform.scope.MayWork;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class SqlArrangements implements Arrangements {

    private final ArrangementRows rows;
    private final Invoices invoices;
    private final AuditTrail trail;

    SqlArrangements(ArrangementRows rows, Invoices invoices, AuditTrail trail) {
        this.rows = rows;
        this.invoices = invoices;
        this.trail = trail;
    }

    @Override
    @MayWork
    @Transactional
    public Outcome promise(InvoiceId invoice, LocalDate paysOn) {
        return make(invoice, Kind.PROMISE, Checks.day(paysOn, rows.today()), paysOn, "");
    }

    @Override
    @MayWork
    @Transactional
    public Outcome dispute(InvoiceId invoice, String reason) {
        return make(invoice, Kind.DISPUTE, Checks.reason(reason), null, Checks.clean(reason));
    }

    @Override
    @MayWork
    @Transactional
    public Outcome hold(InvoiceId invoice, String reason) {
        return make(invoice, Kind.HOLD, Checks.reason(reason), null, Checks.clean(reason));
    }

    private Outcome make(InvoiceId id, Kind kind, Optional<String> refusal, @Nullable LocalDate paysOn, String reason) {
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        return invoices.findAll(List.of(id)).stream()
                .findFirst()
                .map(invoice -> make(invoice, kind, paysOn, reason))
                .orElseGet(Outcome.Unknown::new);
    }

    private Outcome make(InvoiceSummary invoice, Kind kind, @Nullable LocalDate paysOn, String reason) {
        if (!invoice.status().isOpen()) {
            return new Outcome.Refused("arrangements.refused.nothingOwed");
        }
        var until = paysOn == null ? null : Checks.silentUntil(paysOn);
        var id = rows.replace(invoice, kind, paysOn, until, reason);
        trail.record(
                "arrangements.make",
                id,
                Map.of("kind", kind.name(), "invoice", invoice.number(), "paysOn", String.valueOf(paysOn)));
        return new Outcome.Done(id);
    }

    @Override
    @MayWork
    @Transactional
    public Outcome end(UUID arrangement) {
        return rows.find(arrangement).stream()
                .findFirst()
                .<Outcome>map(found -> {
                    rows.end(found);
                    trail.record(
                            "arrangements.end",
                            arrangement,
                            Map.of("kind", found.kind().name()));
                    return new Outcome.Done(arrangement);
                })
                .orElseGet(Outcome.Unknown::new);
    }

    @Override
    @MayRead
    @Transactional(readOnly = true)
    public List<Arrangement> of(InvoiceId invoice) {
        return rows.of(invoice);
    }

    @Override
    @MayRead
    @Transactional(readOnly = true)
    public List<Arrangement> active(CustomerId customer) {
        return rows.active(customer);
    }

    @Override
    @MayRead
    @Transactional(readOnly = true)
    public List<Arrangement> recent(int limit) {
        return rows.recent(Math.clamp(limit, 1, Page.MAX_LIMIT));
    }
}
