package com.duemate.tenantportal.customers;

import com.duemate.platform.customers.CustomerDetails;
import com.duemate.platform.invoicing.Invoices.Owed;
import java.util.List;

/** A customer in the list, with what they owe in each currency. */
record Debtor(CustomerDetails customer, List<Owed> owed) {

    static Debtor of(CustomerDetails customer, List<Owed> everybody) {
        return new Debtor(
                customer,
                everybody.stream()
                        .filter(owed -> owed.customer().equals(customer.id()))
                        .toList());
    }

    int invoices() {
        return owed.stream().mapToInt(Owed::invoices).sum();
    }

    boolean isLate() {
        return owed.stream().anyMatch(one -> one.late().isPositive());
    }
}
