package com.duemate.bench;

import static com.duemate.bench.Database.execute;
import static com.duemate.bench.Database.number;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Tenants of Zipf's sizes with the steps of their invoices, laid down as planning does: an invoice's five steps beside each other,
 * invoice after invoice in the order they were made, the tenants mixed, two invoices a customer, ids like the server's. Of each
 * invoice at most one step is due.
 */
record Seed(int tenants, long stored, long due) {

    private static final int STEPS = 5;

    /** Everything after is to come. */
    static final String TO_COME = "now() + interval '12 hours'";

    /** Replaces what the tables of steps and decisions hold. */
    void plant(Connection admin) throws SQLException {
        long invoices = stored / STEPS;
        long customers = Math.max(1, invoices / 2);
        clear(admin);
        execute(admin, "select setseed(0.5)");
        execute(
                admin,
                "create temp table tenant as select k, gen_random_uuid() as id from generate_series(1, %d) k"
                        .formatted(tenants));
        execute(admin, """
                create temp table customer as
                select n, t.id as tenant_id, uuidv7() as id from generate_series(0, %d) n
                join tenant t on t.k = least(%d, floor(power(%d, ((n::bigint * 7919) %% 1000003) / 1000003.0)))""".formatted(customers - 1, tenants, tenants));
        var keys = takeKeysOff(admin);
        execute(admin, """
                insert into reminders.scheduled_step (tenant_id, invoice_id, cycle, position, customer_id, due_at)
                select c.tenant_id, i.id, 1, p, c.id,
                       case when p = 1 and i.n < %d then now() - interval '1 h' * random() - interval '1 s'
                            else now() + interval '1 day' * (p + random() * 60) end
                from (select n, uuidv7() as id from generate_series(0, %d) n) i
                join customer c on c.n = i.n %% %d, generate_series(1, %d) p
                order by i.n, p""".formatted(due, invoices - 1, customers, STEPS));
        execute(admin, "insert into reminders.turn (tenant_id) select distinct tenant_id from customer");
        for (var key : keys) {
            execute(admin, key);
        }
        execute(admin, "drop table tenant, customer");
        for (var table : List.of("scheduled_step", "turn", "decision")) {
            execute(admin, "vacuum (analyze) reminders." + table);
        }
        execute(admin, "checkpoint");
    }

    /** So that nothing is swept while somebody else is measured. */
    void clear(Connection admin) throws SQLException {
        execute(admin, "truncate reminders.scheduled_step, reminders.decision, reminders.turn");
    }

    /** Millions of rows go in without their indexes; what puts them back. */
    private static List<String> takeKeysOff(Connection admin) throws SQLException {
        var back = new ArrayList<String>();
        var off = new ArrayList<String>();
        try (var statement = admin.createStatement();
                var rows = statement.executeQuery("""
                        select x.indexrelid::regclass::text, pg_get_indexdef(x.indexrelid), k.conname,
                               pg_get_constraintdef(k.oid)
                        from pg_index x left join pg_constraint k on k.conindid = x.indexrelid and k.contype = 'p'
                        where x.indrelid = 'reminders.scheduled_step'::regclass""")) {
            while (rows.next()) {
                var constraint = rows.getString(3);
                if (constraint == null) {
                    off.add("drop index " + rows.getString(1));
                    back.add(rows.getString(2));
                } else {
                    off.add("alter table reminders.scheduled_step drop constraint " + constraint);
                    back.add("alter table reminders.scheduled_step add constraint %s %s"
                            .formatted(constraint, rows.getString(4)));
                }
            }
        }
        for (var sql : off) {
            execute(admin, sql);
        }
        return back;
    }

    /** What there is at a moment. */
    record Count(long due, long toCome, long decided) {

        static Count of(Connection admin) throws SQLException {
            return new Count(
                    number(admin, "select count(*) from reminders.scheduled_step where due_at <= " + TO_COME),
                    number(admin, "select count(*) from reminders.scheduled_step where due_at > " + TO_COME),
                    number(admin, "select count(*) from reminders.decision"));
        }

        /** What is wrong when this many were said to be decided since that moment; empty when nothing. */
        List<String> since(Count before, long decided) {
            var wrong = new ArrayList<String>();
            if (toCome != before.toCome) {
                wrong.add("early: %d steps to come are gone".formatted(before.toCome - toCome));
            }
            if (before.due - due != decided || this.decided - before.decided != decided) {
                wrong.add("lost or twice: %d steps gone, %d decisions made, %d recorded"
                        .formatted(before.due - due, this.decided - before.decided, decided));
            }
            return wrong;
        }
    }
}
