package com.duemate.platform.crash;

import com.duemate.platform.testkit.MailSink;
import com.duemate.platform.testkit.OwnPostgres;
import com.duemate.platform.testkit.ReminderAudit.Listed;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL, a mail server and what they hold, outside of every worker. */
final class Ground implements AutoCloseable {

    private final OwnPostgres postgres;
    private final MailSink sink;

    /** @param thinks for how long the mail server keeps the sender of a message waiting */
    Ground(Path directory, Duration thinks) throws IOException, SQLException {
        postgres = new OwnPostgres(directory.resolve("postgres"));
        sink = new MailSink(directory.resolve("received"), thinks);
    }

    OwnPostgres postgres() {
        return postgres;
    }

    MailSink sink() {
        return sink;
    }

    /** Every reminder there is. */
    List<Listed> listed() throws SQLException {
        try (var superuser = postgres.superuser("duemate");
                var statement = superuser.createStatement();
                var row = statement.executeQuery(
                        "select id, address, status from notifications.message where kind = 'reminder'")) {
            var listed = new ArrayList<Listed>();
            while (row.next()) {
                listed.add(new Listed(row.getString(1), row.getString(2), row.getString(3)));
            }
            return listed;
        }
    }

    /** What is under way: steps that are due, events and messages on their way. */
    List<String> underWay(Instant now) throws SQLException {
        return texts("""
                select concat('step ', to_jsonb(s), ' in the turn ', to_jsonb(t), ' of the shard ', to_jsonb(h))
                from reminders.scheduled_step s left join reminders.turn t using (tenant_id)
                left join reminders.shard h on h.shard = t.shard
                where s.due_at <= '%s'
                union all
                select 'event ' || to_jsonb(o)::text from messaging.outbox o where status = 'NEW'
                union all
                select 'message ' || (to_jsonb(m) - 'html' - 'text')::text from notifications.message m where status in ('QUEUED', 'SENDING')""".formatted(now));
    }

    /** The news of customers comes once more, and as if nobody had heard it before: a transport may be that late. */
    void tellCustomersNewsLate() throws SQLException {
        try (var superuser = postgres.superuser("duemate");
                var statement = superuser.createStatement()) {
            statement.execute("""
                    with heard as (
                        delete from messaging.consumed where handler = 'reminders.customerChanged' returning tenant_id, event_id)
                    update messaging.outbox o set status = 'NEW', attempts = 0, leased_until = null
                    from heard h where o.tenant_id = h.tenant_id and o.id = h.event_id and o.status = 'DONE'""");
        }
    }

    /** Whether all news of customers was heard. */
    boolean isNewsHeard() throws SQLException {
        return texts("""
                select id from messaging.outbox o where name = 'customers.CustomerChanged.v1' and not exists (
                    select from messaging.consumed c
                    where c.tenant_id = o.tenant_id and c.event_id = o.id and c.handler = 'reminders.customerChanged')""").isEmpty();
    }

    /** What is left over once all is quiet: steps lost or planned twice, events that never arrived, sending that stands still. */
    List<String> leftOvers() throws SQLException {
        return texts("""
                select 'the plan of ' || p.invoice_id || ' has lost or doubled steps' from reminders.plan p
                where 5 <> (select count(*) from reminders.decision d where d.invoice_id = p.invoice_id)
                         + (select count(*) from reminders.scheduled_step s where s.invoice_id = p.invoice_id)
                union all
                select 'event ' || name || ' ' || id || ' is ' || status from messaging.outbox where status <> 'DONE'
                union all
                select 'sending is stopped: ' || cause from reminders.stop where released_at is null""");
    }

    private List<String> texts(String query) throws SQLException {
        try (var superuser = postgres.superuser("duemate");
                var statement = superuser.createStatement();
                var row = statement.executeQuery(query)) {
            var all = new ArrayList<String>();
            while (row.next()) {
                all.add(row.getString(1));
            }
            return all;
        }
    }

    @Override
    public void close() throws IOException {
        sink.close();
        postgres.close();
    }
}
