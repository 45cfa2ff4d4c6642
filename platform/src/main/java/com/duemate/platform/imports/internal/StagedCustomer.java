package com.duemate.platform.imports.internal;

import com.duemate.platform.customers.IncomingCustomer;
import com.duemate.platform.imports.RowVerdict;
import com.duemate.platform.imports.internal.ReadRow.CustomerCells;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer a file speaks of.
 *
 * @param key by which rows of the file speak of the same one
 * @param row the first that does
 * @param id null while it is only weighed
 */
record StagedCustomer(
        String key,
        long row,
        IncomingCustomer incoming,
        RowVerdict verdict,
        @Nullable UUID id) {

    static StagedCustomer of(long row, CustomerCells cells) {
        return new StagedCustomer(key(cells), row, incoming(cells), RowVerdict.NEW, null);
    }

    static String key(CustomerCells cells) {
        return cells.number() != null
                ? "#" + cells.number()
                : "@" + cells.name().toLowerCase(Locale.ROOT);
    }

    /** A name that only repeats the number says nothing. */
    static IncomingCustomer incoming(CustomerCells cells) {
        return new IncomingCustomer(
                cells.number(),
                cells.name().equals(cells.number()) ? null : cells.name(),
                cells.email() == null ? null : cells.email().value(),
                cells.phone(),
                cells.language() == null ? null : cells.language().toLanguageTag(),
                cells.zone() == null ? null : cells.zone().getId());
    }

    /** What this one says, and where it is silent what the later one says. */
    StagedCustomer filledBy(StagedCustomer later) {
        var other = later.incoming;
        return new StagedCustomer(
                key,
                row,
                new IncomingCustomer(
                        incoming.number(),
                        first(incoming.name(), other.name()),
                        first(incoming.email(), other.email()),
                        first(incoming.phone(), other.phone()),
                        first(incoming.language(), other.language()),
                        first(incoming.zone(), other.zone())),
                verdict,
                id);
    }

    StagedCustomer found(RowVerdict now, @Nullable UUID known) {
        return new StagedCustomer(key, row, incoming, now, known);
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }
}
