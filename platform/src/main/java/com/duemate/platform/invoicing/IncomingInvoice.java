package com.duemate.platform.invoicing;

import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an import says of an issued invoice, already checked.
 *
 * @param customer null while the customer is not known yet, which is enough for weighing
 * @param number unique in the tenant, at most 64 characters
 * @param dueOn null when nothing is said; a new invoice is then due after 30 days
 * @param total more than nothing
 * @param paidOn null while unpaid, or when only the amount is known
 * @param paid null when no amount is known: with {@code paidOn} it is paid in full, else not at all
 * @param subject at most 300 characters
 */
public record IncomingInvoice(
        @Nullable CustomerId customer,
        String number,
        LocalDate issuedOn,
        @Nullable LocalDate dueOn,
        Money total,
        @Nullable LocalDate paidOn,
        @Nullable Money paid,
        @Nullable String subject) {

    /** What was received for it. */
    public Money received() {
        if (paid != null) {
            return paid;
        }
        return paidOn == null ? Money.zero(total.currency()) : total;
    }
}
