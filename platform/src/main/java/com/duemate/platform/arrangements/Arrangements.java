package com.duemate.platform.arrangements;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was agreed or contested about invoices: promises, disputes, holds. While one is active, reminders stay silent. */
public interface Arrangements {

    Outcome promise(InvoiceId invoice, LocalDate paysOn);

    Outcome dispute(InvoiceId invoice, String reason);

    Outcome hold(InvoiceId invoice, String reason);

    /** Ends a dispute or a hold. */
    Outcome end(UUID arrangement);

    List<Arrangement> of(InvoiceId invoice);

    /** The active ones of a customer's invoices. */
    List<Arrangement> active(CustomerId customer);

    /** Newest first, over all customers. */
    List<Arrangement> recent(int limit);

    enum Kind {
        PROMISE,
        DISPUTE,
        HOLD
    }

    enum State {
        ACTIVE,
        KEPT,
        BROKEN,
        ENDED
    }

    /** @param paysOn of a promise; @param amount promised, the open amount at the time */
    record Arrangement(
            UUID id,
            InvoiceId invoice,
            CustomerId customer,
            Kind kind,
            State state,
            @Nullable LocalDate paysOn,
            @Nullable Money amount,
            String reason,
            Instant at) {}

    /** What became of a command. */
    sealed interface Outcome {

        record Done(UUID id) implements Outcome {}

        /** @param reason a text key of bundle {@code arrangements} */
        record Refused(String reason) implements Outcome {}

        record Unknown() implements Outcome {}
    }
}
