package com.duemate.platform.reminders.tasks;

import com.duemate.platform.audit.AuditTrail;
import com.duemate.platform.customers.PostalAddress;
import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.Cursor;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.kernel.Page;
import com.duemate.platform.reminders.StepChannel;
import com.duemate.platform.reminders.TaskId;
import com.duemate.platform.reminders.Tasks;
import com.duemate.platform.reminders.Tone;
import com.duemate.platform.scope.MayRead;
import com.duemate.platform.scope.MayWork;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class KeptTasks implements Tasks {

    private static final String TASK = """
            select t.id, t.channel, t.position, t.tone, t.invoices, t.given_at, t.done_at, t.done_by, t.note,
                   c.id as customer_id, c.name, c.phone, c.email, c.street, c.postal_code, c.city, c.country,
                   (select max(l.printed_at) from reminders.letter l where l.tenant_id = t.tenant_id and l.task_id = t.id
                    and l.superseded_at is null) as printed_at
            from reminders.task t join customers.pub_customer c on c.tenant_id = t.tenant_id and c.id = t.customer_id
            """;

    private static final String OPEN = """
            where t.done_at is null and exists (
                select from invoicing.pub_invoice i where i.tenant_id = t.tenant_id and i.id = any(t.invoices)
                and i.status in ('OPEN', 'PARTLY_PAID')
                and not exists (select from arrangements.pub_silence s where s.tenant_id = i.tenant_id and s.invoice_id = i.id)
                and not exists (select from payments.pub_in_flight f where f.tenant_id = i.tenant_id and f.invoice_id = i.id))
              and not exists (
                select from customers.pub_customer h where h.tenant_id = t.tenant_id and h.id = t.customer_id
                and h.hold_reason is not null)
            """;

    /** Control characters but line breaks, and halves of characters: nobody types them, and no database keeps them. */
    private static final Pattern UNWRITTEN = Pattern.compile("[\\p{Cntrl}&&[^\\n\\r\\t]]|\\p{Cs}");

    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final BusinessClock clock;

    KeptTasks(JdbcClient jdbc, AuditTrail trail, BusinessClock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    @MayRead
    @Transactional(readOnly = true)
    public Page<Task> open(int limit, @Nullable String cursor) {
        int most = Math.clamp(limit, 1, Page.MAX_LIMIT);
        var after = Cursor.parse(cursor, 2);
        var found = jdbc.sql(TASK + OPEN + "and (t.given_at, t.id) > (?, ?) order by t.given_at, t.id limit ?")
                .params(
                        after.map(c -> c.instant(0)).orElse(Instant.EPOCH).atOffset(ZoneOffset.UTC),
                        after.map(c -> c.uuid(1)).orElse(new UUID(0, 0)),
                        most + 1)
                .query(KeptTasks::found)
                .list();
        return Cursor.page(
                told(found),
                most,
                Function.identity(),
                last -> Cursor.of(last.givenAt().toString(), last.id().toString()));
    }

    @Override
    @MayRead
    @Transactional(readOnly = true)
    public int countOpen() {
        return jdbc.sql("select count(*)::int from reminders.task t " + OPEN)
                .query(Integer.class)
                .single();
    }

    @Override
    @MayRead
    @Transactional(readOnly = true)
    public Optional<Task> find(TaskId id) {
        return told(jdbc.sql(TASK + "where t.id = ?")
                        .param(id.value())
                        .query(KeptTasks::found)
                        .list())
                .stream()
                .findFirst();
    }

    @Override
    @MayWork
    @Transactional
    public Outcome done(TaskId id, String note) {
        var said = UNWRITTEN.matcher(note).replaceAll("").strip();
        if (said.length() > MAX_NOTE_LENGTH) {
            return Outcome.NOTE_TOO_LONG;
        }
        return set(
                id,
                jdbc.sql(
                                "update reminders.task set done_at = ?, done_by = ?, note = ? where id = ? and done_at is null")
                        .params(clock.now().atOffset(ZoneOffset.UTC), Person.name(), said, id.value())
                        .update(),
                "reminders.doneTask");
    }

    @Override
    @MayWork
    @Transactional
    public Outcome reopen(TaskId id) {
        return set(
                id,
                jdbc.sql(
                                "update reminders.task set done_at = null, done_by = null, note = '' where id = ? and done_at is not null")
                        .param(id.value())
                        .update(),
                "reminders.reopenTask");
    }

    private Outcome set(TaskId id, int changed, String action) {
        if (changed == 1) {
            trail.record(action, id.value(), Map.of());
            return Outcome.DONE;
        }
        return jdbc.sql("select exists (select from reminders.task where id = ?)")
                        .param(id.value())
                        .query(Boolean.class)
                        .single()
                ? Outcome.UNCHANGED
                : Outcome.UNKNOWN;
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        var doneAt = row.getObject("done_at", OffsetDateTime.class);
        var printedAt = row.getObject("printed_at", OffsetDateTime.class);
        return new Found(
                new Task(
                        new TaskId(row.getObject("id", UUID.class)),
                        StepChannel.valueOf(row.getString("channel")),
                        row.getInt("position"),
                        Tone.valueOf(row.getString("tone")),
                        new CustomerId(row.getObject("customer_id", UUID.class)),
                        row.getString("name"),
                        row.getString("phone"),
                        row.getString("email"),
                        address(row),
                        List.of(),
                        row.getObject("given_at", OffsetDateTime.class).toInstant(),
                        doneAt == null ? State.OPEN : State.DONE,
                        row.getString("note"),
                        doneAt == null
                                ? null
                                : new End(doneAt.toInstant(), Objects.requireNonNullElse(row.getString("done_by"), "")),
                        printedAt == null ? null : printedAt.toInstant()),
                List.of((UUID[]) row.getArray("invoices").getArray()));
    }

    static @Nullable PostalAddress address(ResultSet row) throws SQLException {
        var street = row.getString("street");
        return street == null
                ? null
                : new PostalAddress(
                        street, row.getString("postal_code"), row.getString("city"), row.getString("country"));
    }

    private List<Task> told(List<Found> found) {
        var owed = owed(found.stream().flatMap(each -> each.invoices.stream()).toList());
        return found.stream().map(each -> each.with(owed)).toList();
    }

    private Map<UUID, Owed> owed(Collection<UUID> invoices) {
        var owed = new HashMap<UUID, Owed>();
        if (!invoices.isEmpty()) {
            jdbc.sql("""
                            select id, number, due_on, open, currency from invoicing.pub_invoice
                            where id = any(?) and status in ('OPEN', 'PARTLY_PAID')""").param(invoices.toArray(UUID[]::new)).query(row -> {
                var id = row.getObject("id", UUID.class);
                owed.put(
                        id,
                        new Owed(
                                new InvoiceId(id),
                                row.getString("number"),
                                row.getObject("due_on", LocalDate.class),
                                Money.of(row.getLong("open"), row.getString("currency"))));
            });
        }
        return owed;
    }

    /** @param invoices in the order they were asked for, settled ones among them */
    private record Found(Task task, List<UUID> invoices) {

        Task with(Map<UUID, Owed> owed) {
            return new Task(
                    task.id(),
                    task.channel(),
                    task.level(),
                    task.tone(),
                    task.customer(),
                    task.customerName(),
                    task.phone(),
                    task.email(),
                    task.address(),
                    invoices.stream()
                            .flatMap(id -> Stream.ofNullable(owed.get(id)))
                            .toList(),
                    task.givenAt(),
                    task.state(),
                    task.note(),
                    task.end(),
                    task.printedAt());
        }
    }
}
