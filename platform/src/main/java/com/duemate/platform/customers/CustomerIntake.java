package com.duemate.platform.customers;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Customers that arrive many at once, known by their number, or by their name when they come without one. For {@code imports}. */
public interface CustomerIntake {

    /** What taking them would do, in their order. Changes nothing. */
    List<Finding> weigh(List<IncomingCustomer> customers);

    /**
     * Creates what is new and updates what differs, in the caller's transaction. Where a customer says nothing, what is known stays.
     * The same again changes nothing.
     *
     * @param importId under which {@link #undo} finds them
     */
    List<Finding> take(UUID importId, List<IncomingCustomer> customers);

    /**
     * Takes back the next few, in the caller's transaction: removes those the import created and restores those it changed, but
     * for those edited since.
     *
     * @param limit how many at most
     * @param inUse told the customers about to be removed, whose rows are locked, answers which of them must stay
     * @return empty when nothing is left to take back
     */
    List<Undone> undo(UUID importId, int limit, UnaryOperator<Set<UUID>> inUse);

    /** How a customer stands to what is known. */
    sealed interface Finding {

        /** @param id null while it was only weighed */
        record Fresh(@Nullable UUID id) implements Finding {}

        /** @param changes none when nothing differs */
        record Known(UUID id, List<Change> changes) implements Finding {}

        /** @param reason a text key of bundle {@code customers} */
        record Refused(String reason) implements Finding {}
    }

    /** @param field {@code name}, {@code email}, {@code phone}, {@code language} or {@code zone} */
    record Change(String field, @Nullable String before, String after) {}

    /** What became of one customer of an undone import. */
    sealed interface Undone {

        record Removed(UUID id) implements Undone {}

        record Restored(UUID id) implements Undone {}

        /** @param reason a text key of bundle {@code customers} */
        record Kept(UUID id, String number, String reason) implements Undone {}
    }
}
