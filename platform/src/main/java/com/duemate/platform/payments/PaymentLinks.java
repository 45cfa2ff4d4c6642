package com.duemate.platform.payments;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.CustomerId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Addresses that let a customer see and pay without signing in: 256 bits, stored hashed, bound to their object, revocable. */
public interface PaymentLinks {

    /** A new link to one issued, unpaid invoice, on the tenant's own host. */
    Outcome create(InvoiceId invoice);

    /**
     * A new link to some of what a customer owes, for the messages of {@code reminders}.
     *
     * @return the address, {@code <portal>/p/<secret>}
     * @throws IllegalArgumentException when an invoice is not the customer's, or there are none or more than 200
     */
    String createFor(CustomerId customer, List<InvoiceId> invoices);

    /** The same for many customers at once; @return the addresses in the order of what was asked for */
    List<String> createForAll(List<Wanted> wanted);

    /** What one link is to show. */
    record Wanted(CustomerId customer, List<InvoiceId> invoices) {}

    /** From now on no link that shows this invoice shows anything. */
    void revoke(InvoiceId invoice);

    /** As the customer behind a link: what it shows. */
    Optional<Shown> open(UUID link);

    /** What became of a command. */
    sealed interface Outcome {

        record Created(String url) implements Outcome {}

        /** @param reason a text key of bundle {@code payments} */
        record Refused(String reason) implements Outcome {}

        record Unknown() implements Outcome {}
    }

    /** @param invoices what it was made for; @param revoked true when it must show nothing but a way to ask again */
    record Shown(List<InvoiceId> invoices, boolean revoked) {}
}
