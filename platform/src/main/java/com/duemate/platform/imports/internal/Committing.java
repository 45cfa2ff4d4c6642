package com.duemate.platform.imports.internal;

import com.duemate.platform.customers.CustomerIntake;
import com.duemate.platform.imports.ImportError;
import com.duemate.platform.imports.ImportField;
import com.duemate.platform.imports.ImportKind;
import com.duemate.platform.imports.ImportState;
import com.duemate.platform.imports.RowVerdict;
import com.duemate.platform.imports.internal.StagedRows.Pending;
import com.duemate.platform.invoicing.InvoiceIntake;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Hands staged customers and invoices to their owners, who weigh them again: between staging and commit much may have happened. */
@Component
class Committing {

    private final CustomerIntake customers;
    private final InvoiceIntake invoices;
    private final StagedRows rows;
    private final StagedCustomers stagedCustomers;

    Committing(CustomerIntake customers, InvoiceIntake invoices, StagedRows rows, StagedCustomers stagedCustomers) {
        this.customers = customers;
        this.invoices = invoices;
        this.rows = rows;
        this.stagedCustomers = stagedCustomers;
    }

    Advance takeCustomers(Job job, int limit) {
        var batch = stagedCustomers.after(job.id(), job.cursor(), limit);
        var findings = customers.take(
                job.id(), batch.stream().map(StagedCustomer::incoming).toList());
        var tally = new Tally();
        var taken = new ArrayList<StagedCustomer>();
        for (int i = 0; i < batch.size(); i++) {
            var verdict = Findings.verdict(findings.get(i));
            tally.customer(batch.get(i).verdict(), -1);
            tally.customer(verdict, 1);
            taken.add(batch.get(i).found(verdict, Findings.id(findings.get(i))));
        }
        stagedCustomers.judge(job.id(), taken);
        if (batch.size() == limit) {
            return Advance.within(job, batch.getLast().row(), batch.size(), tally);
        }
        return job.kind() == ImportKind.INVOICES
                ? Advance.to(ImportState.COMMITTING, Phase.TAKE_INVOICES, batch.size(), tally)
                : Advance.to(ImportState.COMMITTED, null, batch.size(), tally);
    }

    Advance takeInvoices(Job job, int limit) {
        var batch = rows.pending(job.id(), job.cursor(), limit);
        var ready = batch.stream().filter(row -> row.customer() != null).toList();
        var findings = invoices.take(
                job.id(),
                ready.stream()
                        .map(row -> Staging.incoming(row.invoice(), row.customer()))
                        .toList());
        var tally = new Tally();
        var others = new ArrayList<StagedRow>();
        for (int i = 0; i < ready.size(); i++) {
            judge(ready.get(i), findings.get(i), tally, others);
        }
        batch.stream().filter(row -> row.customer() == null).forEach(row -> {
            tally.row(row.verdict(), -1);
            tally.row(RowVerdict.REFUSED, 1);
            others.add(refused(row));
        });
        rows.judge(job.id(), others);
        return batch.size() == limit
                ? Advance.within(job, batch.getLast().row(), batch.size(), tally)
                : Advance.to(ImportState.COMMITTED, null, batch.size(), tally);
    }

    private static void judge(Pending row, InvoiceIntake.Finding finding, Tally tally, List<StagedRow> others) {
        var verdict = Findings.verdict(finding);
        if (verdict != row.verdict()) {
            tally.row(row.verdict(), -1);
            tally.row(verdict, 1);
            others.add(new StagedRow(
                    row.row(),
                    verdict,
                    null,
                    row.invoice(),
                    Findings.changes(finding),
                    Findings.errors(row.row(), finding)));
        }
    }

    private static StagedRow refused(Pending row) {
        return new StagedRow(
                row.row(),
                RowVerdict.REFUSED,
                null,
                row.invoice(),
                List.of(),
                List.of(new ImportError(row.row(), ImportField.CUSTOMER_NAME, "customers.refused.nameAmbiguous", "")));
    }
}
