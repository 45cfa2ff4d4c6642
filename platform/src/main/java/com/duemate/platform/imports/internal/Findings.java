package com.duemate.platform.imports.internal;

import com.duemate.platform.customers.CustomerIntake;
import com.duemate.platform.imports.ImportError;
import com.duemate.platform.imports.ImportField;
import com.duemate.platform.imports.ImportRow.Change;
import com.duemate.platform.imports.RowVerdict;
import com.duemate.platform.invoicing.InvoiceIntake;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the owners of customers and invoices found out, in the words of imports. */
final class Findings {

    private static final Map<String, ImportField> OF_CUSTOMER = Map.of(
            "name", ImportField.CUSTOMER_NAME,
            "email", ImportField.CUSTOMER_EMAIL,
            "phone", ImportField.CUSTOMER_PHONE,
            "language", ImportField.CUSTOMER_LANGUAGE,
            "zone", ImportField.CUSTOMER_ZONE);

    private static final Map<String, ImportField> OF_INVOICE = Map.of(
            "number", ImportField.INVOICE_NUMBER,
            "issuedOn", ImportField.ISSUED_ON,
            "dueOn", ImportField.DUE_ON,
            "total", ImportField.AMOUNT,
            "paid", ImportField.PAID_AMOUNT,
            "subject", ImportField.SUBJECT);

    private Findings() {}

    static RowVerdict verdict(CustomerIntake.Finding finding) {
        return switch (finding) {
            case CustomerIntake.Finding.Fresh _ -> RowVerdict.NEW;
            case CustomerIntake.Finding.Known known -> verdict(known.changes());
            case CustomerIntake.Finding.Refused _ -> RowVerdict.REFUSED;
        };
    }

    static RowVerdict verdict(InvoiceIntake.Finding finding) {
        return switch (finding) {
            case InvoiceIntake.Finding.Fresh _ -> RowVerdict.NEW;
            case InvoiceIntake.Finding.Known known -> verdict(known.changes());
            case InvoiceIntake.Finding.Refused _ -> RowVerdict.REFUSED;
        };
    }

    private static RowVerdict verdict(List<?> changes) {
        return changes.isEmpty() ? RowVerdict.UNCHANGED : RowVerdict.CHANGED;
    }

    static @Nullable UUID id(CustomerIntake.Finding finding) {
        return switch (finding) {
            case CustomerIntake.Finding.Fresh fresh -> fresh.id();
            case CustomerIntake.Finding.Known known -> known.id();
            case CustomerIntake.Finding.Refused _ -> null;
        };
    }

    static List<Change> changes(CustomerIntake.Finding finding) {
        return finding instanceof CustomerIntake.Finding.Known known
                ? known.changes().stream()
                        .map(c -> new Change(field(OF_CUSTOMER, c.field()), c.before(), c.after()))
                        .toList()
                : List.of();
    }

    static List<Change> changes(InvoiceIntake.Finding finding) {
        return finding instanceof InvoiceIntake.Finding.Known known
                ? known.changes().stream()
                        .map(c -> new Change(field(OF_INVOICE, c.field()), c.before(), c.after()))
                        .toList()
                : List.of();
    }

    static List<ImportError> errors(long row, CustomerIntake.Finding finding) {
        return finding instanceof CustomerIntake.Finding.Refused refused
                ? List.of(new ImportError(row, ImportField.CUSTOMER_NAME, refused.reason(), ""))
                : List.of();
    }

    static List<ImportError> errors(long row, InvoiceIntake.Finding finding) {
        return finding instanceof InvoiceIntake.Finding.Refused refused
                ? List.of(new ImportError(row, field(OF_INVOICE, refused.field()), refused.reason(), ""))
                : List.of();
    }

    private static ImportField field(Map<String, ImportField> fields, String name) {
        return Objects.requireNonNull(fields.get(name), name);
    }
}
