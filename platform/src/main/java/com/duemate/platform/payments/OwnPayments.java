package com.duemate.platform.payments;

import com.duemate.platform.invoicing.InvoiceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** As a customer: paying, and what one has paid. */
public interface OwnPayments {

    /**
     * Asks to pay what is open on the invoices; the tenant's scope opens the checkout for exactly that. The same id again is the
     * same request.
     *
     * @param invoices 1 to 200 of one currency
     * @throws IllegalArgumentException when there are none or too many
     */
    void request(UUID id, List<InvoiceId> invoices, Origin origin);

    /** How a request stands. */
    Optional<Request> find(UUID request);

    /** Newest first, at most 500; checkouts that were never finished are left out. */
    List<PaymentSummary> list();

    /** The receipt of money that was received; empty for anything else. */
    Optional<PaymentReceipt> receipt(UUID payment);

    /** Where the customer came from, and is sent back to. */
    enum Origin {
        /** A payment link: back to {@code /p/<secret>/paid/<request>}. */
        LINK,
        /** The portal, signed in: back to {@code /my/paid/<request>}. */
        PORTAL
    }

    /**
     * @param checkoutUrl the provider's hosted page while it is open
     * @param refusal a text key of bundle {@code payments} when there is nothing to pay now
     * @param payment what became of it, also a payment in flight that stood in the way
     */
    record Request(
            UUID id,
            List<InvoiceId> invoices,
            Instant requestedAt,
            @Nullable String checkoutUrl,
            @Nullable String refusal,
            @Nullable PaymentSummary payment) {}
}
