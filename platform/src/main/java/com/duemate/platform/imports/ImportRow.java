package com.duemate.platform.imports;

import com.duemate.platform.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a staged file.
 *
 * @param row as a person counts: line of a text file, row of a sheet, from 1
 * @param customerNumber null when the file only names its customers, or the row was refused
 * @param invoice null in a file of customers, and where the row could not be read
 * @param changes what differs from what is known; for the first row that speaks of a customer also the customer's own
 * @param errors none unless the row was refused
 */
public record ImportRow(
        long row,
        RowVerdict verdict,
        @Nullable String customerNumber,
        @Nullable String customerName,
        @Nullable Invoice invoice,
        List<Change> changes,
        List<ImportError> errors) {

    /** @param dueOn null when the file is silent */
    public record Invoice(
            String number,
            LocalDate issuedOn,
            @Nullable LocalDate dueOn,
            Money total,
            @Nullable LocalDate paidOn) {}

    /** @param before null when there was nothing; dates as ISO 8601, amounts as decimals with the currency's code, as after */
    public record Change(ImportField field, @Nullable String before, String after) {}
}
