package com.duemate.platform.customers.internal;

import com.duemate.platform.customers.CustomerChanged;
import com.duemate.platform.customers.CustomerIntake;
import com.duemate.platform.customers.IncomingCustomer;
import com.duemate.platform.customers.internal.KnownCustomers.Match;
import com.duemate.platform.customers.internal.KnownCustomers.Row;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.messaging.Outbox;
import com.duemate.platform.scope.MayManage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
class SqlCustomerIntake implements CustomerIntake {

    private final CustomerIntakeRows rows;
    private final Outbox outbox;

    SqlCustomerIntake(CustomerIntakeRows rows, Outbox outbox) {
        this.rows = rows;
        this.outbox = outbox;
    }

    @Override
    @MayManage
    @Transactional(readOnly = true)
    public List<Finding> weigh(List<IncomingCustomer> customers) {
        var known = new KnownCustomers(rows.find(customers));
        return customers.stream().map(incoming -> judge(incoming, known)).toList();
    }

    private static Finding judge(IncomingCustomer incoming, KnownCustomers known) {
        return switch (known.find(incoming)) {
            case Match.None _ -> new Finding.Fresh(null);
            case Match.One one -> new Finding.Known(one.row().id(), changes(incoming, one.row()));
            case Match.Unclear unclear -> new Finding.Refused(unclear.reason());
        };
    }

    private static List<Change> changes(IncomingCustomer incoming, Row row) {
        var changes = new ArrayList<Change>();
        compare(changes, "name", row.name(), incoming.name());
        compare(changes, "email", row.email(), incoming.email());
        compare(changes, "phone", row.phone(), incoming.phone());
        compare(changes, "language", row.language(), incoming.language());
        compare(changes, "zone", row.zone(), incoming.zone());
        return List.copyOf(changes);
    }

    private static void compare(List<Change> changes, String field, @Nullable String before, @Nullable String after) {
        if (after != null && !Objects.equals(before, after)) {
            changes.add(new Change(field, before, after));
        }
    }

    @Override
    @MayManage
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Finding> take(UUID importId, List<IncomingCustomer> customers) {
        rows.lock(customers);
        var known = new KnownCustomers(rows.find(customers));
        var fresh = new TreeMap<String, CustomerIntakeRows.Fresh>();
        var changed = new HashMap<UUID, IncomingCustomer>();
        var findings = new ArrayList<Finding>();
        for (var incoming : customers) {
            var finding = judge(incoming, known);
            if (finding instanceof Finding.Fresh) {
                finding = adding(incoming, fresh);
            } else if (finding instanceof Finding.Known same
                    && !same.changes().isEmpty()
                    && changed.putIfAbsent(same.id(), incoming) != null) {
                finding = new Finding.Known(same.id(), List.of());
            }
            findings.add(finding);
        }
        var elsewhere = rows.add(importId, List.copyOf(fresh.values()));
        rows.change(importId, changed);
        changed.keySet().forEach(id -> outbox.publish(new CustomerChanged(id)));
        return findings.stream().map(finding -> known(finding, elsewhere)).toList();
    }

    /** The first of a number is added; another one in the same list is the same customer. */
    private static Finding adding(IncomingCustomer incoming, Map<String, CustomerIntakeRows.Fresh> fresh) {
        var number = KnownCustomers.numberOf(incoming);
        var before = fresh.get(number);
        if (before != null) {
            return new Finding.Known(before.id(), List.of());
        }
        var added = new CustomerIntakeRows.Fresh(Ids.next(), number, incoming);
        fresh.put(number, added);
        return new Finding.Fresh(added.id());
    }

    /** Customers that somebody else added at the same moment are known after all. */
    private static Finding known(Finding finding, Map<UUID, UUID> elsewhere) {
        return switch (finding) {
            case Finding.Fresh fresh
            when fresh.id() != null && elsewhere.containsKey(fresh.id()) ->
                new Finding.Known(Objects.requireNonNull(elsewhere.get(fresh.id())), List.of());
            case Finding.Known same
            when elsewhere.containsKey(same.id()) ->
                new Finding.Known(Objects.requireNonNull(elsewhere.get(same.id())), List.of());
            default -> finding;
        };
    }

    @Override
    @MayManage
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Undone> undo(UUID importId, int limit, UnaryOperator<Set<UUID>> inUse) {
        var taken = rows.lockTaken(importId, limit);
        var created = new HashSet<UUID>();
        taken.stream().filter(t -> t.created() && t.untouched()).forEach(t -> created.add(t.id()));
        var stay = created.isEmpty() ? Set.<UUID>of() : inUse.apply(Set.copyOf(created));
        created.removeAll(stay);
        var removed = rows.remove(created);
        var restored = taken.stream()
                .filter(t -> !t.created() && t.untouched())
                .map(CustomerIntakeRows.Taken::id)
                .toList();
        rows.restore(importId, restored);
        rows.forget(importId, taken);
        restored.forEach(id -> outbox.publish(new CustomerChanged(id)));
        return taken.stream().map(t -> undone(t, removed)).toList();
    }

    private static Undone undone(CustomerIntakeRows.Taken taken, Set<UUID> removed) {
        if (!taken.untouched()) {
            return new Undone.Kept(taken.id(), taken.number(), "customers.kept.edited");
        }
        if (!taken.created()) {
            return new Undone.Restored(taken.id());
        }
        return removed.contains(taken.id())
                ? new Undone.Removed(taken.id())
                : new Undone.Kept(taken.id(), taken.number(), "customers.kept.inUse");
    }
}
