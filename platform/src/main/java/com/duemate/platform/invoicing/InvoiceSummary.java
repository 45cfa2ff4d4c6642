package com.duemate.platform.invoicing;

import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An invoice in a list.
 *
 * @param daysLate days past due in the tenant's zone; 0 when not late or not open
 */
public record InvoiceSummary(
        InvoiceId id,
        String number,
        CustomerId customer,
        String customerName,
        InvoiceStatus status,
        LocalDate issuedOn,
        LocalDate dueOn,
        Money total,
        Money open,
        int daysLate,
        @Nullable LocalDate paidOn,
        @Nullable String subject) {}
