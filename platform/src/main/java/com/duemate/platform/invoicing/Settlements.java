package com.duemate.platform.invoicing;

import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Applies money to invoices. Called by {@code payments} and {@code imports} inside their transaction. */
public interface Settlements {

    /**
     * Books money received: locks the named invoices, applies it to them in the given order, and keeps what is left as
     * unapplied credit of the customer. Money is never refused. The same payment again changes nothing.
     */
    Settlement settle(Receipt receipt);

    /** @param payment unique id of the payment; @param invoices may be empty; their currency must be the amount's to be applied */
    record Receipt(UUID payment, CustomerId customer, Money amount, List<InvoiceId> invoices, Instant at) {}

    record Settlement(List<Allocation> allocations, Money surplus, boolean fresh) {}

    record Allocation(InvoiceId invoice, Money amount, boolean paidInFull) {}
}
