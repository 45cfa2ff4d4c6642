package com.duemate.platform.payments;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.CustomerId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Addresses that let a customer see and pay without signing in: 256 bits, stored hashed, bound to their object, revocable. */
public interface PaymentLinks {

    /** A new link to one issued, unpaid invoice, on the tenant's own host. */
    Outcome create(InvoiceId invoice);

    /** A new link to all that a customer owes, for the messages of {@code reminders}. */
    String createFor(CustomerId customer, List<InvoiceId> invoices);

    void revoke(InvoiceId invoice);

    /** As the customer behind a link: what it shows. */
    Optional<Shown> open(java.util.UUID link);

    /** What became of a command. */
    sealed interface Outcome {

        record Created(String url) implements Outcome {}

        /** @param reason a text key of bundle {@code payments} */
        record Refused(String reason) implements Outcome {}

        record Unknown() implements Outcome {}
    }

    /** @param invoices what it was made for; @param revoked true when it must show nothing but a way to ask again */
    record Shown(List<InvoiceId> invoices, @Nullable CustomerId customer, boolean revoked) {}
}
