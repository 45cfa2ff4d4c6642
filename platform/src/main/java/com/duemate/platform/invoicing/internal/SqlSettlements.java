package com.duemate.platform.invoicing.internal;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.InvoicePaid;
import com.duemate.platform.invoicing.Settlements;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.ledger.Journal;
import com.duemate.platform.ledger.Journal.Account;
import com.duemate.platform.messaging.Outbox;
import com.duemate.platform.scope.MayWork;
import com.duemate.platform.tenancy.Tenants;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Books money. The invoice rows are locked in the order of their ids, whatever order they are paid in, so that two payments
 * of the same invoices wait for each other instead of dying of each other.
 */
@Service
class SqlSettlements implements Settlements {

    private final JdbcClient jdbc;
    private final InvoiceRows rows;
    private final Journal journal;
    private final Outbox outbox;
    private final Tenants tenants;

    SqlSettlements(JdbcClient jdbc, InvoiceRows rows, Journal journal, Outbox outbox, Tenants tenants) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.journal = journal;
        this.outbox = outbox;
        this.tenants = tenants;
    }

    @Override
    @MayWork
    @Transactional(propagation = Propagation.MANDATORY)
    public Settlement settle(Receipt receipt) {
        if (!receipt.amount().isPositive()) {
            throw new IllegalArgumentException("money received is positive");
        }
        var locked = lockAll(receipt.invoices());
        var left = receipt.amount();
        var allocations = new ArrayList<Allocation>();
        for (var id : receipt.invoices().stream().distinct().toList()) {
            var invoice = locked.get(id);
            if (invoice != null && left.isPositive() && payable(invoice, receipt)) {
                var part = left.min(invoice.open());
                allocations.add(new Allocation(id, part, part.equals(invoice.open())));
                left = left.minus(part);
            }
        }
        var posted = journal.post(new Journal.Transaction(
                "payments.receipt", receipt.payment().toString(), receipt.at(), entries(receipt, allocations, left)));
        if (!posted.fresh()) {
            return new Settlement(List.of(), Money.zero(receipt.amount().currency()), false);
        }
        var paidOn = LocalDate.ofInstant(receipt.at(), tenants.current().zone());
        allocations.forEach(allocation -> apply(allocation, receipt, paidOn));
        return new Settlement(allocations, left, true);
    }

    private Map<InvoiceId, InvoiceRows.Locked> lockAll(List<InvoiceId> ids) {
        var locked = new HashMap<InvoiceId, InvoiceRows.Locked>();
        ids.stream().distinct().sorted(Comparator.comparing(InvoiceId::value)).forEach(id -> rows.lock(id)
                .ifPresent(invoice -> locked.put(id, invoice)));
        return locked;
    }

    private static boolean payable(InvoiceRows.Locked invoice, Receipt receipt) {
        return invoice.status().isOpen()
                && invoice.customer().equals(receipt.customer())
                && invoice.total().currency().equals(receipt.amount().currency());
    }

    private static List<Journal.Entry> entries(Receipt receipt, List<Allocation> allocations, Money surplus) {
        var entries = new ArrayList<Journal.Entry>();
        entries.add(new Journal.Entry(Account.CASH, receipt.customer(), null, receipt.amount()));
        for (var allocation : allocations) {
            entries.add(new Journal.Entry(
                    Account.RECEIVABLE,
                    receipt.customer(),
                    allocation.invoice().value(),
                    allocation.amount().negated()));
        }
        if (surplus.isPositive()) {
            entries.add(new Journal.Entry(Account.UNAPPLIED, receipt.customer(), null, surplus.negated()));
        }
        return entries;
    }

    private void apply(Allocation allocation, Receipt receipt, LocalDate paidOn) {
        jdbc.sql("""
                        update invoicing.invoice set open = open - :part,
                               status = case when open = :part then 'PAID' else 'PARTLY_PAID' end,
                               paid_on = case when open = :part then :paidOn::date end
                        where id = :id""")
                .param("part", allocation.amount().minor())
                .param("paidOn", paidOn)
                .param("id", allocation.invoice().value())
                .update();
        if (allocation.paidInFull()) {
            outbox.publish(new InvoicePaid(
                    allocation.invoice().value(), receipt.customer().value()));
        }
    }
}
