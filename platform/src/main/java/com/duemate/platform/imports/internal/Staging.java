package com.duemate.platform.imports.internal;

import com.duemate.platform.customers.CustomerIntake;
import com.duemate.platform.imports.ImportError;
import com.duemate.platform.imports.ImportKind;
import com.duemate.platform.imports.ImportRow.Change;
import com.duemate.platform.imports.ImportState;
import com.duemate.platform.imports.RowVerdict;
import com.duemate.platform.imports.internal.ReadRow.InvoiceCells;
import com.duemate.platform.invoicing.IncomingInvoice;
import com.duemate.platform.invoicing.InvoiceIntake;
import com.duemate.platform.kernel.CustomerId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes rows of a file down with what committing them would do; changes nothing but the staging tables. */
@Component
class Staging {

    private final CustomerIntake customers;
    private final InvoiceIntake invoices;
    private final StagedRows rows;
    private final StagedCustomers stagedCustomers;

    Staging(CustomerIntake customers, InvoiceIntake invoices, StagedRows rows, StagedCustomers stagedCustomers) {
        this.customers = customers;
        this.invoices = invoices;
        this.rows = rows;
        this.stagedCustomers = stagedCustomers;
    }

    Advance clear(Job job, int limit) {
        int gone = rows.clear(job.id(), limit) + stagedCustomers.clear(job.id(), limit);
        return gone == 0
                ? Advance.to(ImportState.STAGING, Phase.READ, 0, new Tally())
                : Advance.within(job, 0, 0, new Tally());
    }

    /** @param last whether the file ends here */
    Advance stage(Job job, ImportKind kind, List<ReadRow> batch, boolean last) {
        var mentioned = new LinkedHashMap<String, StagedCustomer>();
        var taken = new ArrayList<ReadRow.Taken>();
        var staged = new ArrayList<StagedRow>();
        for (var row : batch) {
            switch (row) {
                case ReadRow.Refused refused -> staged.add(refused(refused));
                case ReadRow.Taken fine -> {
                    taken.add(fine);
                    var customer = StagedCustomer.of(fine.row(), fine.customer());
                    mentioned.merge(customer.key(), customer, StagedCustomer::filledBy);
                }
            }
        }
        var found = weigh(mentioned);
        staged.addAll(kind == ImportKind.INVOICES ? invoices(taken, found) : customers(taken, found));
        staged.sort(Comparator.comparingLong(StagedRow::row));
        rows.add(job.id(), staged);
        stagedCustomers.add(job.id(), spokenFor(mentioned, staged));
        var tally = new Tally();
        tally.rows = staged.size();
        staged.stream()
                .filter(row -> kind == ImportKind.INVOICES || row.verdict() == RowVerdict.REFUSED)
                .forEach(row -> tally.row(row.verdict(), 1));
        return last
                ? Advance.to(ImportState.STAGING, Phase.WEIGH, staged.size(), tally)
                : Advance.within(job, staged.getLast().row(), staged.size(), tally);
    }

    private Map<String, CustomerIntake.Finding> weigh(Map<String, StagedCustomer> mentioned) {
        var findings = customers.weigh(
                mentioned.values().stream().map(StagedCustomer::incoming).toList());
        var found = new LinkedHashMap<String, CustomerIntake.Finding>();
        int i = 0;
        for (var key : mentioned.keySet()) {
            found.put(key, findings.get(i++));
        }
        return found;
    }

    private static List<StagedRow> customers(List<ReadRow.Taken> taken, Map<String, CustomerIntake.Finding> found) {
        return taken.stream()
                .map(row -> {
                    var key = StagedCustomer.key(row.customer());
                    var finding = Objects.requireNonNull(found.get(key));
                    var errors = Findings.errors(row.row(), finding);
                    return new StagedRow(
                            row.row(),
                            Findings.verdict(finding),
                            errors.isEmpty() ? key : null,
                            null,
                            Findings.changes(finding),
                            errors);
                })
                .toList();
    }

    private List<StagedRow> invoices(List<ReadRow.Taken> taken, Map<String, CustomerIntake.Finding> found) {
        var staged = new ArrayList<StagedRow>();
        var clear = new ArrayList<ReadRow.Taken>();
        var incoming = new ArrayList<IncomingInvoice>();
        for (var row : taken) {
            var customer = Objects.requireNonNull(found.get(StagedCustomer.key(row.customer())));
            var cells = Objects.requireNonNull(row.invoice());
            var errors = Findings.errors(row.row(), customer);
            if (errors.isEmpty()) {
                clear.add(row);
                incoming.add(incoming(cells, Findings.id(customer)));
            } else {
                staged.add(new StagedRow(row.row(), RowVerdict.REFUSED, null, cells, List.of(), errors));
            }
        }
        var findings = invoices.weigh(incoming);
        for (int i = 0; i < clear.size(); i++) {
            var row = clear.get(i);
            var finding = findings.get(i);
            var errors = Findings.errors(row.row(), finding);
            staged.add(new StagedRow(
                    row.row(),
                    Findings.verdict(finding),
                    StagedCustomer.key(row.customer()),
                    row.invoice(),
                    Findings.changes(finding),
                    errors));
        }
        return staged;
    }

    static IncomingInvoice incoming(InvoiceCells cells, @Nullable UUID customer) {
        return new IncomingInvoice(
                customer == null ? null : new CustomerId(customer),
                cells.number(),
                cells.issuedOn(),
                cells.dueOn(),
                cells.total(),
                cells.paidOn(),
                cells.paid(),
                cells.subject());
    }

    private static StagedRow refused(ReadRow.Refused row) {
        return new StagedRow(
                row.row(),
                RowVerdict.REFUSED,
                null,
                null,
                List.of(),
                row.errors().stream()
                        .map(error -> new ImportError(
                                row.row(), error.field(), error.reason().key(), error.value()))
                        .toList());
    }

    /** Customers of whom only refused rows speak are left alone. */
    private static List<StagedCustomer> spokenFor(Map<String, StagedCustomer> mentioned, List<StagedRow> staged) {
        var keys = new HashSet<String>();
        for (var row : staged) {
            if (row.verdict() != RowVerdict.REFUSED && row.customerKey() != null) {
                keys.add(row.customerKey());
            }
        }
        return mentioned.values().stream().filter(c -> keys.contains(c.key())).toList();
    }

    /** After the whole file is read: what it means for its customers. */
    Advance weigh(Job job, ImportKind kind, int limit) {
        var batch = stagedCustomers.after(job.id(), job.cursor(), limit);
        var findings =
                customers.weigh(batch.stream().map(StagedCustomer::incoming).toList());
        var tally = new Tally();
        var weighed = new ArrayList<StagedCustomer>();
        var changes = new TreeMap<Long, List<Change>>();
        for (int i = 0; i < batch.size(); i++) {
            var verdict = Findings.verdict(findings.get(i));
            tally.customer(verdict, 1);
            weighed.add(batch.get(i).found(verdict, Findings.id(findings.get(i))));
            if (kind == ImportKind.INVOICES && verdict == RowVerdict.CHANGED) {
                changes.put(batch.get(i).row(), Findings.changes(findings.get(i)));
            }
        }
        stagedCustomers.judge(job.id(), weighed);
        rows.addChanges(job.id(), changes);
        return batch.size() < limit
                ? Advance.to(ImportState.READY, null, 0, tally)
                : Advance.within(job, batch.getLast().row(), 0, tally);
    }
}
