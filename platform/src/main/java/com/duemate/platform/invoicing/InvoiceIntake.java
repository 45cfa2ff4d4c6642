package com.duemate.platform.invoicing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Issued invoices that arrive many at once, known by their number. For {@code imports}. */
public interface InvoiceIntake {

    /** What taking them would do, in their order. Changes nothing. */
    List<Finding> weigh(List<IncomingInvoice> invoices);

    /**
     * Creates what is new, changes what nobody has paid on, and books what was received since, in the caller's transaction. Where an
     * invoice says nothing, what is known stays. The same again changes nothing.
     *
     * @param importId under which {@link #undo} finds them
     * @param invoices each with its customer
     */
    List<Finding> take(UUID importId, List<IncomingInvoice> invoices);

    /**
     * Takes back the next few, in the caller's transaction: removes those the import created and restores those it changed, but
     * for those edited or paid on since. The journal gets reversals.
     *
     * @param limit how many at most
     * @param builtUpon told the invoices about to be removed, whose rows are locked, answers which of them must stay, with the text
     *     key that says why
     * @return empty when nothing is left to take back
     */
    List<Undone> undo(UUID importId, int limit, Function<Set<UUID>, Map<UUID, String>> builtUpon);

    /** How an invoice stands to what is known. */
    sealed interface Finding {

        /** @param id null while it was only weighed */
        record Fresh(@Nullable UUID id) implements Finding {}

        /** @param changes none when nothing differs */
        record Known(UUID id, List<Change> changes) implements Finding {}

        /** @param field as in {@link Change}, or {@code number}; @param reason a text key of bundle {@code invoicing} */
        record Refused(String field, String reason) implements Finding {}
    }

    /**
     * @param field {@code issuedOn}, {@code dueOn}, {@code total}, {@code paid} or {@code subject}
     * @param before dates as ISO 8601, amounts as decimals with the currency's code
     */
    record Change(String field, @Nullable String before, String after) {}

    /** What became of one invoice of an undone import. */
    sealed interface Undone {

        record Removed(UUID id) implements Undone {}

        record Restored(UUID id) implements Undone {}

        /** @param reason a text key */
        record Kept(UUID id, String number, String reason) implements Undone {}
    }
}
