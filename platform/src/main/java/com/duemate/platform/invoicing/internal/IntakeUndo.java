package com.duemate.platform.invoicing.internal;

import com.duemate.platform.invoicing.InvoiceChanged;
import com.duemate.platform.invoicing.InvoiceIntake.Undone;
import com.duemate.platform.invoicing.InvoicesRemoved;
import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.ledger.Journal;
import com.duemate.platform.messaging.Outbox;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes back what an import did to invoices and nobody has built upon. */
@Component
class IntakeUndo {

    private static final String SOURCE = "imports.undo";

    private final JdbcClient jdbc;
    private final IntakeRows rows;
    private final Journal journal;
    private final Outbox outbox;
    private final BusinessClock clock;

    IntakeUndo(JdbcClient jdbc, IntakeRows rows, Journal journal, Outbox outbox, BusinessClock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.journal = journal;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** An invoice an import created or changed, its row locked, beside what the import left behind. */
    private record Taken(InvoiceRows.Locked now, int version, long open, boolean created, boolean reworded) {

        UUID id() {
            return now.id().value();
        }
    }

    List<Undone> next(UUID importId, int limit, Function<Set<UUID>, Map<UUID, String>> builtUpon) {
        var taken = lock(importId, limit);
        var kept = new HashMap<UUID, String>();
        for (var each : taken) {
            if (each.now.version() != each.version) {
                kept.put(each.id(), "invoicing.kept.edited");
            } else if (each.now.open().minor() != each.open) {
                kept.put(each.id(), "invoicing.kept.paid");
            }
        }
        var created = taken.stream()
                .filter(t -> t.created && !kept.containsKey(t.id()))
                .map(Taken::id)
                .collect(Collectors.toSet());
        if (!created.isEmpty()) {
            kept.putAll(builtUpon.apply(Set.copyOf(created)));
            created.removeAll(kept.keySet());
            var removed = remove(importId, taken, created);
            created.stream().filter(id -> !removed.contains(id)).forEach(id -> kept.put(id, "invoicing.kept.inUse"));
        }
        restore(
                importId,
                taken.stream()
                        .filter(t -> !t.created && !kept.containsKey(t.id()))
                        .toList());
        jdbc.sql("delete from invoicing.intake where import_id = ? and invoice_id = any(?)")
                .params(importId, ids(taken))
                .update();
        return taken.stream().map(t -> undone(t, kept)).toList();
    }

    private static Undone undone(Taken taken, Map<UUID, String> kept) {
        var reason = kept.get(taken.id());
        if (reason != null) {
            return new Undone.Kept(taken.id(), String.valueOf(taken.now.number()), reason);
        }
        return taken.created ? new Undone.Removed(taken.id()) : new Undone.Restored(taken.id());
    }

    private List<Taken> lock(UUID importId, int limit) {
        return jdbc.sql("""
                        select i.*, t.version as left_version, t.open as left_open, t.before is null as created,
                               t.version > coalesce((t.before #>> '{invoice,version}')::int, 0) as reworded
                        from invoicing.intake t join invoicing.invoice i on i.tenant_id = t.tenant_id and i.id = t.invoice_id
                        where t.import_id = ? order by t.invoice_id limit ? for update of i""")
                .params(importId, limit)
                .query((row, _) -> new Taken(
                        InvoiceRows.locked(row),
                        row.getInt("left_version"),
                        row.getLong("left_open"),
                        row.getBoolean("created"),
                        row.getBoolean("reworded")))
                .list();
    }

    /** @return those that are gone; others are still referred to */
    private Set<UUID> remove(UUID importId, List<Taken> taken, Set<UUID> ids) {
        var removed = new HashSet<>(jdbc.sql("select unnest(invoicing.remove(?))")
                .param(ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
        var gone = taken.stream().filter(t -> removed.contains(t.id())).toList();
        jdbc.sql("""
                        insert into invoicing.removed (id, customer_id, number, currency, import_id, removed_at)
                        select n.id, n.customer, n.number, n.currency, ?, ?::timestamptz
                        from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[]) as n(id, customer, number, currency)""")
                .param(importId)
                .param(clock.now().toString())
                .param(ids(gone))
                .param(gone.stream().map(t -> t.now.customer().value()).toArray(UUID[]::new))
                .param(gone.stream().map(t -> String.valueOf(t.now.number())).toArray(String[]::new))
                .param(gone.stream().map(t -> t.now.total().currencyCode()).toArray(String[]::new))
                .update();
        journal.reverseAll(
                gone.stream().flatMap(t -> Postings.ofCreated(t.id()).stream()).toList(), SOURCE);
        for (int from = 0; from < gone.size(); from += IntakeWriting.EVENT_SIZE) {
            var part = gone.subList(from, Math.min(gone.size(), from + IntakeWriting.EVENT_SIZE));
            outbox.publish(new InvoicesRemoved(part.stream().map(Taken::id).toList()));
        }
        return removed;
    }

    private void restore(UUID importId, List<Taken> altered) {
        if (altered.isEmpty()) {
            return;
        }
        var reworded = altered.stream().filter(t -> t.reworded).toList();
        rows.keepVersions(reworded.stream().map(t -> t.now).toList());
        handOver(importId, reworded);
        jdbc.sql("""
                        update invoicing.invoice i set total = b.total, open = b.open, status = b.status, issued_on = b.issued_on,
                               due_on = b.due_on, subject = b.subject, paid_on = b.paid_on,
                               version = i.version + case when i.version > b.version then 1 else 0 end
                        from invoicing.intake t, jsonb_to_record(t.before -> 'invoice') as b(total bigint, open bigint, status text,
                             issued_on date, due_on date, subject text, paid_on date, version int)
                        where t.import_id = ? and t.invoice_id = i.id and i.id = any(?)""").params(importId, ids(altered)).update();
        restoreLines(importId, reworded);
        var keys = new ArrayList<Journal.Key>();
        altered.forEach(t -> keys.addAll(Postings.ofAltered(t.id(), importId)));
        reworded.forEach(t -> keys.addAll(Postings.ofReworded(t.id(), t.version)));
        journal.reverseAll(keys, SOURCE);
        altered.forEach(
                t -> outbox.publish(new InvoiceChanged(t.id(), t.now.customer().value())));
    }

    /** What another import had left behind before is what this one leaves behind now. */
    private void handOver(UUID importId, List<Taken> reworded) {
        jdbc.sql("""
                        update invoicing.intake o set version = t.version + 1 from invoicing.intake t
                        where t.import_id = ? and t.invoice_id = any(?) and o.invoice_id = t.invoice_id
                          and o.import_id <> t.import_id and o.version = (t.before #>> '{invoice,version}')::int""").params(importId, ids(reworded)).update();
    }

    private void restoreLines(UUID importId, List<Taken> reworded) {
        jdbc.sql("delete from invoicing.line where invoice_id = any(?)")
                .param(ids(reworded))
                .update();
        jdbc.sql("""
                        insert into invoicing.line (invoice_id, customer_id, position, description, quantity, unit, total)
                        select t.invoice_id, l.customer_id, l.position, l.description, l.quantity, l.unit, l.total
                        from invoicing.intake t, jsonb_to_recordset(t.before -> 'lines') as l(customer_id uuid, position int,
                             description text, quantity bigint, unit bigint, total bigint)
                        where t.import_id = ? and t.invoice_id = any(?)""").params(importId, ids(reworded)).update();
    }

    private static UUID[] ids(List<Taken> taken) {
        return taken.stream().map(Taken::id).toArray(UUID[]::new);
    }
}
