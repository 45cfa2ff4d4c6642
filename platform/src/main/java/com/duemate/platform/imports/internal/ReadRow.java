package com.duemate.platform.imports.internal;

import com.duemate.platform.kernel.EmailAddress;
import com.duemate.platform.kernel.Money;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One filled row of a file, taken or refused. Rows count as a person does: lines of a text file, rows of a sheet, from 1. */
sealed interface ReadRow {

    long row();

    /**
     * @param invoice null in a file of customers
     */
    record Taken(long row, CustomerCells customer, @Nullable InvoiceCells invoice) implements ReadRow {}

    /** @param errors at least one */
    record Refused(long row, List<RowError> errors) implements ReadRow {}

    /**
     * What a row says of a customer; null where it is silent.
     *
     * @param number null when the file only names its customers
     * @param phone with its country code (E.164)
     * @param name the number when the file only numbers its customers
     */
    record CustomerCells(
            @Nullable String number,
            String name,
            @Nullable EmailAddress email,
            @Nullable String phone,
            @Nullable Locale language,
            @Nullable ZoneId zone) {}

    /**
     * What a row says of an invoice.
     *
     * @param dueOn from its own column, else from the terms; null when the row has neither
     * @param total more than nothing
     * @param paidOn null while unpaid, or when the file tells only the amount
     * @param paid null when the file tells no amount: with {@code paidOn} it is paid in full, else not at all
     */
    record InvoiceCells(
            String number,
            LocalDate issuedOn,
            @Nullable LocalDate dueOn,
            Money total,
            @Nullable LocalDate paidOn,
            @Nullable Money paid,
            @Nullable String subject) {}
}
