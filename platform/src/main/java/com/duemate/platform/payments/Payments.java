package com.duemate.platform.payments;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.kernel.Page;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Money received by the tenant one works in. */
public interface Payments {

    /** Books money that came another way (bank transfer, cash). The same key again changes nothing. */
    Outcome record(ManualPayment payment);

    /** Newest first. @param statuses only these; all when empty */
    Page<PaymentSummary> list(
            @Nullable CustomerId customer, List<PaymentStatus> statuses, int limit, @Nullable String cursor);

    /** Payments that were meant for, or applied to, an invoice. */
    List<PaymentSummary> of(InvoiceId invoice);

    /** @param key unique per tenant: a second one with the same key is the same payment */
    record ManualPayment(
            String key,
            CustomerId customer,
            Money amount,
            List<InvoiceId> invoices,
            Instant receivedAt,
            String method) {}

    /** What became of a command. */
    sealed interface Outcome {

        record Booked(UUID payment, boolean fresh) implements Outcome {}

        /** Another payment was told under this key before; this one is not booked. */
        record KeyTaken() implements Outcome {}

        /** @param reason a text key of bundle {@code payments} */
        record Refused(String field, String reason) implements Outcome {}
    }
}
