package com.duemate.platform.reminders.internal;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.Cursor;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Page;
import com.duemate.platform.notifications.MessageId;
import com.duemate.platform.reminders.Decision;
import com.duemate.platform.reminders.Plans.Traced;
import com.duemate.platform.reminders.Reason;
import com.duemate.platform.reminders.StepKey;
import com.duemate.platform.reminders.TaskId;
import com.duemate.platform.tenancy.TenantProfile;
import com.duemate.platform.tenancy.Tenants;
import com.duemate.themes.text.Formats;
import com.duemate.themes.text.Texts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells what became of all of a customer's steps. */
@Repository
class TraceReading {

    private static final Texts TEXTS = Texts.lenient(TraceReading.class.getClassLoader());
    private static final UUID LAST = new UUID(-1, -1);

    private final JdbcClient jdbc;
    private final StepRows steps;
    private final Tenants tenants;

    TraceReading(JdbcClient jdbc, StepRows steps, Tenants tenants) {
        this.jdbc = jdbc;
        this.steps = steps;
        this.tenants = tenants;
    }

    Page<Traced> read(CustomerId customer, int limit, @Nullable String cursor) {
        int most = Math.clamp(limit, 1, Page.MAX_LIMIT);
        var after = Cursor.parse(cursor, 4);
        var formats = formats(tenants.current());
        var waiting = after.isPresent() ? List.<Traced>of() : waiting(customer, most, formats);
        int rest = Math.max(1, most - waiting.size());
        var decided = jdbc.sql("""
                        select d.invoice_id, i.number, d.cycle, d.position, d.reason, d.facts::text, d.message_id, d.task_id,
                               d.decided_at as at, t.channel, t.done_at, t.done_by
                        from reminders.plan p
                        join reminders.decision d on d.tenant_id = p.tenant_id and d.invoice_id = p.invoice_id and d.cycle = p.cycle
                        left join reminders.task t on t.tenant_id = d.tenant_id and t.id = d.task_id
                        join invoicing.pub_invoice i on i.tenant_id = d.tenant_id and i.id = d.invoice_id
                        where p.customer_id = ? and (d.decided_at, d.invoice_id, d.cycle, d.position) < (?, ?, ?, ?)
                        order by d.decided_at desc, d.invoice_id desc, d.cycle desc, d.position desc limit ?""")
                .params(
                        customer.value(),
                        after.map(c -> c.instant(0).atOffset(ZoneOffset.UTC)).orElse(OffsetDateTime.MAX),
                        after.map(c -> c.uuid(1)).orElse(LAST),
                        after.map(c -> number(c, 2)).orElse(Integer.MAX_VALUE),
                        after.map(c -> number(c, 3)).orElse(Integer.MAX_VALUE),
                        rest + 1)
                .query((row, _) -> traced(row, formats))
                .list();
        var page = Cursor.page(decided, rest, Function.identity(), TraceReading::cursor);
        return new Page<>(Stream.concat(waiting.stream(), page.items().stream()).toList(), page.next());
    }

    private List<Traced> waiting(CustomerId customer, int most, Formats formats) {
        return jdbc.sql("""
                        select s.invoice_id, i.number, s.cycle, s.position, s.reason, s.facts::text,
                               null::uuid as message_id, null::uuid as task_id, s.due_at as at,
                               null as channel, null::timestamptz as done_at, null as done_by
                        from reminders.scheduled_step s
                        join invoicing.pub_invoice i on i.tenant_id = s.tenant_id and i.id = s.invoice_id
                        where s.customer_id = ? and s.reason is not null
                        order by s.due_at, s.invoice_id, s.cycle, s.position limit ?""")
                .params(customer.value(), most)
                .query((row, _) -> traced(row, formats))
                .list();
    }

    private Traced traced(ResultSet row, Formats formats) throws SQLException {
        var invoice = new InvoiceId(row.getObject("invoice_id", UUID.class));
        var decision = new Decision(
                new StepKey(invoice, row.getInt("cycle"), row.getInt("position")),
                Reason.valueOf(row.getString("reason")),
                steps.facts(row.getString("facts")));
        var message = row.getObject("message_id", UUID.class);
        var task = row.getObject("task_id", UUID.class);
        return new Traced(
                invoice,
                row.getString("number"),
                decision,
                row.getObject("at", OffsetDateTime.class).toInstant(),
                TaskEnd.told(decision.sentence(TEXTS, formats), TaskEnd.of(row), TEXTS, formats),
                message == null ? null : new MessageId(message),
                task == null ? null : new TaskId(task));
    }

    private static String cursor(Traced last) {
        var key = last.decision().step();
        return Cursor.of(
                last.at().toString(),
                key.invoice().toString(),
                Integer.toString(key.cycle()),
                Integer.toString(key.position()));
    }

    private static int number(Cursor cursor, int part) {
        try {
            return Integer.parseInt(cursor.part(part));
        } catch (NumberFormatException e) {
            throw new Cursor.BadCursor();
        }
    }

    private static Formats formats(TenantProfile tenant) {
        return new Formats(tenant.locale(), tenant.zone(), tenant.currency());
    }
}
