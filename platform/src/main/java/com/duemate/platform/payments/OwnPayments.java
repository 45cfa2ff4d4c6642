package com.duemate.platform.payments;

import com.duemate.platform.invoicing.InvoiceId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** As a customer: paying, and what one has paid. */
public interface OwnPayments {

    /** Asks to pay what is open on the invoices; the tenant's scope opens the checkout. */
    UUID request(List<InvoiceId> invoices);

    /** How a request stands. */
    Optional<Request> find(UUID request);

    /** Newest first, at most 500. */
    List<PaymentSummary> list();

    Optional<byte[]> receipt(UUID payment);

    /** @param checkoutUrl the provider's hosted page, once it is open; @param refusal a text key when there is nothing to pay */
    record Request(
            UUID id,
            @Nullable String checkoutUrl,
            @Nullable String refusal,
            @Nullable PaymentStatus payment) {}
}
