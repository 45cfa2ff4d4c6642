package com.duemate.platform.reminders.internal;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a rule can look at.
 *
 * @param termsDays from issue to due date
 */
record InvoiceTraits(
        InvoiceId id, String number, @Nullable String subject, Money total, int termsDays, Customer customer) {

    /**
     * @param language ISO 639
     * @param country ISO 3166; empty where the zone belongs to none
     * @param paidLate invoices paid after their due date in the last year; 0 unless somebody asked
     */
    record Customer(CustomerId id, String name, String number, String language, String country, int paidLate) {}
}
