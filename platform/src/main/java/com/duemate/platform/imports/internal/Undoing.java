package com.duemate.platform.imports.internal;

import com.duemate.platform.customers.CustomerIntake;
import com.duemate.platform.imports.ImportState;
import com.duemate.platform.imports.Imports.Kept;
import com.duemate.platform.invoicing.InvoiceIntake;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks the owners to take back what an import did, and the others what they have built upon it. */
@Component
class Undoing {

    /** @param named asks a view of another room which of the invoices it names */
    private record Grip(String reason, String named) {}

    /** Where several hold an invoice, the last is told. */
    private static final List<Grip> GRIPS = List.of(
            new Grip(
                    "imports.kept.arranged",
                    "select distinct invoice_id from arrangements.pub_silence where invoice_id = any(:ids)"),
            new Grip(
                    "imports.kept.touched",
                    "select distinct invoice_id from payments.pub_touched where invoice_id = any(:ids)"),
            new Grip("imports.kept.written", """
                    select distinct s.id from notifications.pub_message m cross join unnest(m.subjects) as s(id)
                    where m.customer_id in (select customer_id from invoicing.pub_invoice where id = any(:ids))
                      and m.status <> 'WITHDRAWN' and s.id = any(:ids)"""));

    private static final String IN_USE = """
            select customer_id from invoicing.pub_invoice where customer_id = any(:ids)
            union select customer_id from payments.pub_payment where customer_id = any(:ids)
            union select customer_id from notifications.pub_message where customer_id = any(:ids) and status <> 'WITHDRAWN'""";

    private final CustomerIntake customers;
    private final InvoiceIntake invoices;
    private final JdbcClient jdbc;

    Undoing(CustomerIntake customers, InvoiceIntake invoices, JdbcClient jdbc) {
        this.customers = customers;
        this.invoices = invoices;
        this.jdbc = jdbc;
    }

    Advance undoInvoices(Job job, int limit) {
        var undone = invoices.undo(job.id(), limit, this::builtUpon);
        var tally = new Tally();
        var kept = new ArrayList<Kept>();
        for (var each : undone) {
            switch (each) {
                case InvoiceIntake.Undone.Removed _ -> tally.removed++;
                case InvoiceIntake.Undone.Restored _ -> tally.restored++;
                case InvoiceIntake.Undone.Kept stays ->
                    kept.add(new Kept(Kept.Kind.INVOICE, stays.id(), stays.number(), stays.reason()));
            }
        }
        remember(job.id(), kept, tally);
        return undone.isEmpty()
                ? Advance.to(ImportState.COMMITTED, Phase.UNDO_CUSTOMERS, 0, tally)
                : Advance.within(job, 0, undone.size(), tally);
    }

    Advance undoCustomers(Job job, int limit) {
        var undone = customers.undo(job.id(), limit, this::inUse);
        var tally = new Tally();
        var kept = new ArrayList<Kept>();
        for (var each : undone) {
            switch (each) {
                case CustomerIntake.Undone.Removed _ -> tally.removed++;
                case CustomerIntake.Undone.Restored _ -> tally.restored++;
                case CustomerIntake.Undone.Kept stays ->
                    kept.add(new Kept(Kept.Kind.CUSTOMER, stays.id(), stays.number(), stays.reason()));
            }
        }
        remember(job.id(), kept, tally);
        return undone.isEmpty()
                ? Advance.to(ImportState.UNDONE, null, 0, tally)
                : Advance.within(job, 0, undone.size(), tally);
    }

    private Map<UUID, String> builtUpon(Set<UUID> candidates) {
        var reasons = new HashMap<UUID, String>();
        for (var grip : GRIPS) {
            jdbc.sql(grip.named)
                    .param("ids", candidates.toArray(UUID[]::new))
                    .query(UUID.class)
                    .list()
                    .forEach(id -> reasons.put(id, grip.reason));
        }
        return reasons;
    }

    private Set<UUID> inUse(Set<UUID> candidates) {
        return new HashSet<>(jdbc.sql(IN_USE)
                .param("ids", candidates.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    private void remember(UUID importId, List<Kept> kept, Tally tally) {
        tally.kept += kept.size();
        var columns = new Columns<>(kept);
        jdbc.sql("""
                        insert into imports.kept (import_id, subject, kind, number, reason)
                        select ?, k.* from unnest(?::uuid[], ?::text[], ?::text[], ?::text[]) as k""")
                .param(importId)
                .param(columns.ids(Kept::subject))
                .param(columns.texts(Kept::kind))
                .param(columns.texts(Kept::number))
                .param(columns.texts(Kept::reason))
                .update();
    }
}
