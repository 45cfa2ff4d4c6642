package com.duemate.platform.reminders;

import com.duemate.platform.customers.PostalAddress;
import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.kernel.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What policies gave people to do: calls to make, letters to post. */
public interface Tasks {

    int MAX_NOTE_LENGTH = 500;

    /**
     * Those nobody has done yet and that ask for something still owed, the oldest first. One whose customer is on hold, or that asks only for
     * what is disputed, promised or being paid, rests until that is over.
     */
    Page<Task> open(int limit, @Nullable String cursor);

    /** How many of these there are. */
    int countOpen();

    /** Also one that is done; empty for an unknown one. */
    Optional<Task> find(TaskId id);

    /**
     * Marks it as done.
     *
     * @param note what came of it, for colleagues; may be blank, at most {@value #MAX_NOTE_LENGTH} characters
     */
    Outcome done(TaskId id, String note);

    /** Takes back {@link #done}. */
    Outcome reopen(TaskId id);

    enum State {
        OPEN,
        DONE
    }

    /**
     * @param channel a {@link StepChannel#byHand} one
     * @param level the step that gave it
     * @param invoices what it is about and still owed, oldest first
     * @param address null where letters cannot reach the customer
     * @param note what came of it; empty while open
     * @param end null while open
     * @param printedAt when its letter was printed last; null for none
     */
    record Task(
            TaskId id,
            StepChannel channel,
            int level,
            Tone tone,
            CustomerId customer,
            String customerName,
            @Nullable String phone,
            @Nullable String email,
            @Nullable PostalAddress address,
            List<Owed> invoices,
            Instant givenAt,
            State state,
            String note,
            @Nullable End end,
            @Nullable Instant printedAt) {

        public Task {
            invoices = List.copyOf(invoices);
        }
    }

    /** @param by the person who said so; empty for a program */
    record End(Instant at, String by) {}

    record Owed(InvoiceId id, String number, LocalDate dueOn, Money open) {}

    /** What became of a command. */
    enum Outcome {
        DONE,
        /** It was so already. */
        UNCHANGED,
        UNKNOWN,
        NOTE_TOO_LONG
    }
}
