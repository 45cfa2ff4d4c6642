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

    /** How far ahead a promise may lie. */
    int MOST_DAYS_AHEAD = 60;

    /** A promise counts as kept, and reminders stay silent, until so many days after its day. */
    int TOLERANCE_DAYS = 2;

    /** A later promise for the same invoice takes the place of an earlier one. */
    Outcome promise(InvoiceId invoice, LocalDate paysOn);

    /** @param reason 1 to 1,000 characters of plain text, as for a hold */
    Outcome dispute(InvoiceId invoice, String reason);

    Outcome hold(InvoiceId invoice, String reason);

    /** Ends one that is active. Ending it twice changes nothing. */
    Outcome end(UUID arrangement);

    /** Newest first. */
    List<Arrangement> of(InvoiceId invoice);

    /** The active ones of a customer's invoices, newest first. */
    List<Arrangement> active(CustomerId customer);

    /** Newest first, over all customers. */
    List<Arrangement> recent(int limit);

    enum Kind {
        PROMISE,
        DISPUTE,
        HOLD
    }

    /** Where an arrangement stands; a promise is broken from the day after its tolerance. */
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
