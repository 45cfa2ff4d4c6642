package com.duemate.platform.invoicing.internal;

import com.duemate.platform.invoicing.IncomingInvoice;
import com.duemate.platform.invoicing.InvoiceChanged;
import com.duemate.platform.invoicing.InvoicePaid;
import com.duemate.platform.invoicing.InvoiceStatus;
import com.duemate.platform.invoicing.InvoicesIssued;
import com.duemate.platform.invoicing.internal.KnownInvoice.Judgement;
import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.ledger.Journal;
import com.duemate.platform.messaging.Outbox;
import com.duemate.platform.tenancy.Tenants;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes what an import brings: rows, journal and events, each many at a time. */
@Component
class IntakeWriting {

    static final int EVENT_SIZE = 1_000;

    private static final int DEFAULT_TERMS_DAYS = 30;

    private final IntakeRows rows;
    private final Journal journal;
    private final Outbox outbox;
    private final Tenants tenants;
    private final BusinessClock clock;

    IntakeWriting(IntakeRows rows, Journal journal, Outbox outbox, Tenants tenants, BusinessClock clock) {
        this.rows = rows;
        this.journal = journal;
        this.outbox = outbox;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** An invoice to be created. */
    record Fresh(UUID id, IncomingInvoice incoming) {

        CustomerId customer() {
            return Objects.requireNonNull(incoming.customer(), "an invoice is taken with its customer");
        }

        LocalDate dueOn() {
            return incoming.dueOn() == null ? incoming.issuedOn().plusDays(DEFAULT_TERMS_DAYS) : incoming.dueOn();
        }

        Money open() {
            return incoming.total().minus(incoming.received());
        }

        boolean isOwed() {
            return open().isPositive();
        }
    }

    /** An invoice to be changed, or paid, or both. */
    record Altered(KnownInvoice before, Judgement.Keep keep, IncomingInvoice incoming) {

        UUID id() {
            return before.row().id().value();
        }

        CustomerId customer() {
            return before.row().customer();
        }

        KnownInvoice.After after() {
            return keep.after();
        }

        int version() {
            return before.row().version() + (keep.terms() ? 1 : 0);
        }
    }

    /** @return the ids of those that could be added; the numbers of the others were taken at the same moment */
    Set<UUID> add(UUID importId, List<Fresh> wanted) {
        if (wanted.isEmpty()) {
            return Set.of();
        }
        var postings = postings();
        var added = new HashSet<>(rows.add(importId, wanted, postings.today()));
        var fresh = wanted.stream().filter(f -> added.contains(f.id)).toList();
        rows.addLines(fresh.stream().map(IntakeRows.OneLine::of).toList());
        rows.rememberAdded(importId, fresh);
        var transactions = new ArrayList<Journal.Transaction>();
        for (var each : fresh) {
            transactions.add(postings.issue(each));
            if (each.incoming.received().isPositive()) {
                transactions.add(postings.received(
                        each.id.toString(),
                        each.customer(),
                        each.id,
                        each.incoming.received(),
                        each.incoming.paidOn()));
            }
        }
        journal.postAll(transactions);
        var owed = fresh.stream().filter(Fresh::isOwed).map(Fresh::id).toList();
        for (int from = 0; from < owed.size(); from += EVENT_SIZE) {
            outbox.publish(
                    new InvoicesIssued(List.copyOf(owed.subList(from, Math.min(owed.size(), from + EVENT_SIZE)))));
        }
        return added;
    }

    void alter(UUID importId, List<Altered> altered) {
        if (altered.isEmpty()) {
            return;
        }
        var postings = postings();
        var reworded = altered.stream().filter(a -> a.keep.terms()).toList();
        var revalued = reworded.stream()
                .filter(a -> !a.after().total().equals(a.before.row().total()))
                .toList();
        rows.keepVersions(reworded.stream().map(a -> a.before.row()).toList());
        rows.rememberAltered(importId, altered);
        rows.alter(altered, postings.today());
        rows.replaceLines(revalued.stream().map(IntakeRows.OneLine::of).toList());
        var transactions = new ArrayList<Journal.Transaction>();
        revalued.forEach(a -> transactions.add(postings.change(a)));
        for (var each : altered) {
            if (each.after().settles().isPositive()) {
                transactions.add(postings.received(
                        Postings.laterReceipt(each.id(), importId),
                        each.customer(),
                        each.id(),
                        each.after().settles(),
                        each.incoming.paidOn()));
            }
        }
        journal.postAll(transactions);
        altered.forEach(this::tell);
    }

    private void tell(Altered altered) {
        outbox.publish(
                altered.after().status() == InvoiceStatus.PAID
                        ? new InvoicePaid(altered.id(), altered.customer().value())
                        : new InvoiceChanged(altered.id(), altered.customer().value()));
    }

    private Postings postings() {
        return new Postings(clock.now(), tenants.current().zone());
    }
}
