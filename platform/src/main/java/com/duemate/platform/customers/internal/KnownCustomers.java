package com.duemate.platform.customers.internal;

import com.duemate.platform.customers.IncomingCustomer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Customers as they stand, found by what an import calls them. */
final class KnownCustomers {

    private static final int LONGEST_NUMBER = 64;
    private static final int LONGEST_HASH = 8;

    private final Map<String, Row> byNumber = new HashMap<>();
    private final Map<String, List<Row>> byName = new HashMap<>();

    KnownCustomers(Collection<Row> rows) {
        for (var row : rows) {
            byNumber.put(row.number, row);
            byName.computeIfAbsent(Customer.searchKey(row.name), _ -> new ArrayList<>())
                    .add(row);
        }
    }

    /** A customer's row. */
    record Row(
            UUID id,
            String number,
            String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String language,
            @Nullable String zone,
            int version) {}

    sealed interface Match {

        record None() implements Match {}

        record One(Row row) implements Match {}

        /** @param reason a text key */
        record Unclear(String reason) implements Match {}
    }

    Match find(IncomingCustomer incoming) {
        var number = numberOf(incoming);
        var numbered = byNumber.get(number);
        if (incoming.number() != null || incoming.name() == null) {
            return numbered == null ? new Match.None() : new Match.One(numbered);
        }
        var named = byName.getOrDefault(Customer.searchKey(incoming.name()), List.of());
        if (named.size() == 1) {
            return new Match.One(named.getFirst());
        }
        if (numbered != null && named.contains(numbered)) {
            return new Match.One(numbered);
        }
        if (!named.isEmpty()) {
            return new Match.Unclear("customers.refused.nameAmbiguous");
        }
        return numbered == null ? new Match.None() : new Match.Unclear("customers.refused.numberTaken");
    }

    /** Its own, else made from the name, so that the same name makes the same number. */
    static String numberOf(IncomingCustomer incoming) {
        if (incoming.number() != null) {
            return incoming.number();
        }
        var name = incoming.name() == null ? "" : incoming.name();
        return name.length() <= LONGEST_NUMBER
                ? name
                : name.substring(0, LONGEST_NUMBER - LONGEST_HASH - 1) + "-" + Integer.toHexString(name.hashCode());
    }
}
