package com.duemate.platform.reminders;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.kernel.Page;
import com.duemate.platform.notifications.MessageId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of each invoice's reminders, and why. */
public interface Plans {

    int MAX_DAYS = 60;

    /** The invoice's plan and all that was decided; empty for an invoice that never had one. */
    Optional<InvoicePlan> of(InvoiceId invoice);

    /**
     * What goes out if nothing changes: every customer weighed forward in time by the engine's own rules.
     *
     * @param days from today on, in the tenant's zone; 1 to {@link #MAX_DAYS}
     * @param sends at most so many of the next messages in full; 0 to 200
     */
    Upcoming upcoming(int days, int sends);

    /**
     * What was decided on the steps of all a customer's invoices, newest first; before the first page of it, what waits now and why.
     *
     * @throws com.duemate.platform.kernel.Cursor.BadCursor for a cursor that was never given out
     */
    Page<Traced> trace(CustomerId customer, int limit, @Nullable String cursor);

    /**
     * One step of one invoice in a customer's trace.
     *
     * @param at when it was decided; for one that waits, when it is weighed again
     * @param said the decision in the tenant's language and zone
     */
    record Traced(
            InvoiceId invoice,
            String number,
            Decision decision,
            Instant at,
            String said,
            @Nullable MessageId message,
            @Nullable TaskId task) {}

    /** Where a step stands. */
    enum State {
        /** Nothing stood in its way so far; its time has not come, or came this moment. */
        PLANNED,
        /** It is due and something stands in its way for now. */
        WAITING,
        SENT,
        HANDED_OVER,
        GROUPED,
        SKIPPED
    }

    /**
     * @param running false when no step is left
     * @param cycle counts the invoice's plans from 1
     * @param pause what keeps the invoice out of every message now; null when nothing does
     * @param steps of this cycle, in the order of their days
     * @param earlier steps that were decided in earlier cycles, oldest first
     */
    record InvoicePlan(
            InvoiceId invoice,
            PolicyId policy,
            int policyVersion,
            String policyName,
            boolean running,
            int cycle,
            @Nullable Pause pause,
            List<PlanStep> steps,
            List<PlanStep> earlier) {}

    /** @param said the reason in the tenant's language and zone */
    record Pause(Reason reason, String said) {}

    /**
     * @param at when it goes out or is weighed again; for a decided step, when it was decided
     * @param decision final, or why it waits; null while nothing stood in its way
     * @param said the decision in the tenant's language and zone
     * @param offsetDays from the due date to the day it is meant for; negative before it
     * @param tone the one it went out in, else the policy's
     * @param message the one that went out with the step, or lists its invoice
     * @param task what a person was given to do with the step, or lists its invoice
     */
    record PlanStep(
            StepKey key,
            int offsetDays,
            StepChannel channel,
            Tone tone,
            State state,
            Instant at,
            @Nullable Decision decision,
            @Nullable String said,
            @Nullable MessageId message,
            @Nullable TaskId task) {}

    /**
     * @param days every day asked for, also those without messages
     * @param next the first messages, soonest first
     * @param complete false when there are more customers than are weighed for a preview; the count is then too low
     */
    record Upcoming(List<Day> days, List<Send> next, boolean complete) {}

    record Day(LocalDate day, int messages) {}

    /** @param totals what the message asks for, one for each currency */
    record Send(
            Instant at,
            CustomerId customer,
            String customerName,
            StepChannel channel,
            int level,
            Tone tone,
            List<InvoiceId> invoices,
            List<Money> totals) {}
}
