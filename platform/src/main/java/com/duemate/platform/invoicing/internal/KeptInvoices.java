package com.duemate.platform.invoicing.internal;

import com.duemate.platform.invoicing.DraftInvoice;
import com.duemate.platform.invoicing.InvoiceChanged;
import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.InvoiceIssued;
import com.duemate.platform.invoicing.InvoiceStatus;
import com.duemate.platform.invoicing.InvoiceVoided;
import com.duemate.platform.invoicing.Invoices.Outcome;
import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.ledger.Journal;
import com.duemate.platform.ledger.Journal.Account;
import com.duemate.platform.messaging.Outbox;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes invoices, their versions and their journal entries, inside the caller's transaction. */
@Component
class KeptInvoices {

    private final JdbcClient jdbc;
    private final InvoiceRows rows;
    private final InvoiceNumbering numbering;
    private final Journal journal;
    private final Outbox outbox;
    private final BusinessClock clock;
    private final JsonMapper json;

    KeptInvoices(
            JdbcClient jdbc,
            InvoiceRows rows,
            InvoiceNumbering numbering,
            Journal journal,
            Outbox outbox,
            BusinessClock clock,
            JsonMapper json) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.numbering = numbering;
        this.journal = journal;
        this.outbox = outbox;
        this.clock = clock;
        this.json = json;
    }

    Outcome add(DraftInvoice draft, CheckedInvoice checked, boolean asDraft) {
        if (!customerExists(draft.customer())) {
            return new Outcome.Refused("customer", "invoicing.refused.customer");
        }
        var number = checked.number();
        if (number != null && numbering.taken(number)) {
            return new Outcome.Refused("number", "invoicing.refused.numberTaken");
        }
        if (number == null && !asDraft) {
            number = numbering.next();
        }
        var id = new InvoiceId(Ids.next());
        jdbc.sql("""
                        insert into invoicing.invoice (id, customer_id, number, status, currency, total, open, issued_on,
                                                       due_on, subject, search, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(id.value())
                .param(draft.customer().value())
                .param(number)
                .param((asDraft ? InvoiceStatus.DRAFT : InvoiceStatus.OPEN).name())
                .param(checked.currency().getCurrencyCode())
                .param(checked.total())
                .param(checked.total())
                .param(draft.issuedOn())
                .param(draft.dueOn())
                .param(checked.subject())
                .param(number == null ? "" : number.toLowerCase(java.util.Locale.ROOT))
                .param(clock.now().atOffset(ZoneOffset.UTC))
                .update();
        addLines(id, draft.customer(), checked.lines());
        if (!asDraft) {
            becomeOwed(id, draft.customer(), new Money(checked.total(), checked.currency()));
        }
        return new Outcome.Done(id);
    }

    Outcome issue(InvoiceRows.Locked invoice) {
        if (invoice.status() != InvoiceStatus.DRAFT) {
            return new Outcome.Refused("status", "invoicing.refused.notDraft");
        }
        var number = Optional.ofNullable(invoice.number()).orElseGet(numbering::next);
        jdbc.sql("update invoicing.invoice set status = 'OPEN', number = ?, search = ? where id = ?")
                .params(
                        number,
                        number.toLowerCase(java.util.Locale.ROOT),
                        invoice.id().value())
                .update();
        becomeOwed(invoice.id(), invoice.customer(), invoice.total());
        return new Outcome.Done(invoice.id());
    }

    private void becomeOwed(InvoiceId id, CustomerId customer, Money total) {
        post("invoicing.issue", id.toString(), customer, id, total);
        outbox.publish(new InvoiceIssued(id.value(), customer.value()));
    }

    Outcome change(InvoiceRows.Locked before, DraftInvoice draft, CheckedInvoice checked) {
        var isDraft = before.status() == InvoiceStatus.DRAFT;
        if (!isDraft && !before.untouched()) {
            return new Outcome.Refused("status", "invoicing.refused.alreadyPaidOn");
        }
        if (!isDraft
                && (!before.customer().equals(draft.customer())
                        || !before.total().currency().equals(checked.currency()))) {
            return new Outcome.Refused("customer", "invoicing.refused.issued");
        }
        if (isDraft && !customerExists(draft.customer())) {
            return new Outcome.Refused("customer", "invoicing.refused.customer");
        }
        var number = Optional.ofNullable(checked.number()).orElse(before.number());
        if (number != null && !number.equals(before.number()) && numbering.taken(number)) {
            return new Outcome.Refused("number", "invoicing.refused.numberTaken");
        }
        keepVersion(before);
        jdbc.sql("""
                        update invoicing.invoice set customer_id = ?, number = ?, currency = ?, total = ?, open = ?, issued_on = ?,
                               due_on = ?, subject = ?, search = ?, version = version + 1 where id = ?""")
                .param(draft.customer().value())
                .param(number)
                .param(checked.currency().getCurrencyCode())
                .param(checked.total())
                .param(checked.total())
                .param(draft.issuedOn())
                .param(draft.dueOn())
                .param(checked.subject())
                .param(number == null ? "" : number.toLowerCase(java.util.Locale.ROOT))
                .param(before.id().value())
                .update();
        jdbc.sql("delete from invoicing.line where invoice_id = ?")
                .param(before.id().value())
                .update();
        addLines(before.id(), draft.customer(), checked.lines());
        if (!isDraft) {
            var difference = new Money(checked.total(), checked.currency()).minus(before.total());
            if (!difference.isZero()) {
                post(
                        "invoicing.change",
                        before.id() + "/" + (before.version() + 1),
                        before.customer(),
                        before.id(),
                        difference);
            }
            outbox.publish(
                    new InvoiceChanged(before.id().value(), before.customer().value()));
        }
        return new Outcome.Done(before.id());
    }

    Outcome cancel(InvoiceRows.Locked invoice) {
        if (invoice.status() != InvoiceStatus.DRAFT && !invoice.untouched()) {
            return new Outcome.Refused("status", "invoicing.refused.cannotVoid");
        }
        if (invoice.status() == InvoiceStatus.DRAFT) {
            jdbc.sql("delete from invoicing.invoice where id = ?")
                    .param(invoice.id().value())
                    .update();
            return new Outcome.Done(invoice.id());
        }
        keepVersion(invoice);
        jdbc.sql("update invoicing.invoice set status = 'VOID', open = 0, version = version + 1 where id = ?")
                .param(invoice.id().value())
                .update();
        post(
                "invoicing.void",
                invoice.id().toString(),
                invoice.customer(),
                invoice.id(),
                invoice.total().negated());
        outbox.publish(
                new InvoiceVoided(invoice.id().value(), invoice.customer().value()));
        return new Outcome.Done(invoice.id());
    }

    private void post(String source, String key, CustomerId customer, InvoiceId invoice, Money amount) {
        journal.post(new Journal.Transaction(
                source,
                key,
                clock.now(),
                List.of(
                        new Journal.Entry(Account.RECEIVABLE, customer, invoice.value(), amount),
                        new Journal.Entry(Account.REVENUE, customer, invoice.value(), amount.negated()))));
    }

    private void keepVersion(InvoiceRows.Locked before) {
        jdbc.sql("insert into invoicing.version (invoice_id, version, content, replaced_at) values (?, ?, ?::jsonb, ?)")
                .params(
                        before.id().value(),
                        before.version(),
                        json.writeValueAsString(Map.of("invoice", before, "lines", rows.lines(before.id()))),
                        clock.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void addLines(InvoiceId id, CustomerId customer, List<DraftInvoice.Line> lines) {
        jdbc.sql("""
                        insert into invoicing.line (invoice_id, customer_id, position, description, quantity, unit, total)
                        select ?, ?, row_number() over (), l.* from unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[])
                             as l(description, quantity, unit, total)""")
                .param(id.value())
                .param(customer.value())
                .param(lines.stream().map(DraftInvoice.Line::description).toArray(String[]::new))
                .param(lines.stream().map(DraftInvoice.Line::quantity).toArray(Long[]::new))
                .param(lines.stream().map(DraftInvoice.Line::unitMinor).toArray(Long[]::new))
                .param(lines.stream().map(DraftInvoice.Line::totalMinor).toArray(Long[]::new))
                .update();
    }

    private boolean customerExists(CustomerId customer) {
        return jdbc.sql("select exists (select from customers.pub_customer where id = ?)")
                .param(customer.value())
                .query(Boolean.class)
                .single();
    }
}
