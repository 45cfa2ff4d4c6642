package com.duemate.platform.reminders.internal;

import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.notifications.MessageId;
import com.duemate.platform.reminders.Decision;
import com.duemate.platform.reminders.Fact;
import com.duemate.platform.reminders.Reason;
import com.duemate.platform.reminders.StepKey;
import com.duemate.platform.reminders.TaskId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Writes what came of weighing: any number of steps with one statement of each kind. */
@Repository
class StepRows {

    private static final TypeReference<Map<Fact, String>> FACTS = new TypeReference<>() {};

    /** What many decisions have in common is sent once, and not joined: of a few each looks its own up. */
    private static final String KEEP = """
            insert into reminders.decision (tenant_id, invoice_id, cycle, position, customer_id, message_id, decided_at,
                                            outcome, reason, facts, task_id, arm)
            select (select scope.tenant_id()), d.invoice_id, d.cycle, d.position, d.customer_id, d.message_id, ?,
                   (?::text[])[d.content], (?::text[])[d.content], (?::jsonb[])[d.content], (?::uuid[])[d.content],
                   (?::text[])[d.content]
            from decided d""";

    /**
     * Where the rows lay when they were read, without a look into an index; those alone that are what they were. All places are gone
     * through in one scan: a scan for each costs more than to decide. Each place with its own version: rows of one turn are read one
     * after the other, and what has come to a place since the first were read may have the version of the last.
     */
    private static final String DECIDE_BY_PLACE = """
            with gone as (
                delete from reminders.scheduled_step s
                where s.ctid = any(?::tid[]) and s.xmin = (?::xid[])[array_position(?::tid[], s.ctid)]
                returning s.ctid as place, s.invoice_id, s.cycle, s.position, s.customer_id),
            decided as (
                select g.invoice_id, g.cycle, g.position, g.customer_id, u.content, u.message_id
                from gone g join unnest(?::tid[], ?::int[], ?::uuid[]) u (place, content, message_id) on u.place = g.place)
            """ + KEEP;

    /** Wherever the rows are by now, and where there are none. */
    private static final String DECIDE_BY_KEY = """
            with decided as materialized (
                select u.* from unnest(?::uuid[], ?::int[], ?::int[], ?::uuid[], ?::int[], ?::uuid[])
                    u (invoice_id, cycle, position, customer_id, content, message_id)),
            gone as (
                delete from reminders.scheduled_step s using decided d
                where s.invoice_id = d.invoice_id and s.cycle = d.cycle and s.position = d.position)
            """ + KEEP;

    /** Those of some steps that this transaction has decided. */
    private static final String DECIDED = """
            select number::int from unnest(?::uuid[], ?::int[], ?::int[]) with ordinality u (invoice_id, cycle, position, number)
            join reminders.decision d on d.invoice_id = u.invoice_id and d.cycle = u.cycle and d.position = u.position
            where d.xmin = pg_current_xact_id()::xid""";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StepRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * @param place of its row when it was read
     * @param carrier what went out with it, or lists it; null when nothing did
     */
    record Final(
            CustomerId customer,
            Decision decision,
            StepRow.Place place,
            @Nullable Carrier carrier) {

        Final with(Carrier other) {
            return new Final(customer, decision, place, other);
        }

        private @Nullable UUID message() {
            return carrier instanceof Carrier.Message(MessageId id) ? id.value() : null;
        }

        private @Nullable UUID task() {
            return carrier instanceof Carrier.Task(TaskId id) ? id.value() : null;
        }
    }

    /** What a decision says, whichever step it is about. */
    private record Content(
            Reason reason,
            Map<Fact, String> facts,
            @Nullable UUID task) {

        static Content of(Final decided) {
            return new Content(decided.decision.reason(), decided.decision.facts(), decided.task());
        }
    }

    /** @param decision why the step waits; null when it simply is not due yet */
    record Later(StepKey step, Instant at, @Nullable Decision decision) {}

    /** Keeps final decisions for good, in place of their steps. @throws org.springframework.dao.DuplicateKeyException when a step has one already */
    void decide(List<Final> finals, Instant now) {
        if (!finals.isEmpty() && decideByPlace(finals, now) < finals.size()) {
            decideByKey(without(decided(finals), finals), now);
        }
    }

    private int decideByPlace(List<Final> finals, Instant now) {
        var contents = new Contents(finals);
        var places = typed("tid", array(finals, String[]::new, each -> each.place.row()));
        return contents.tell(
                        jdbc.sql(DECIDE_BY_PLACE)
                                .param(places)
                                .param(typed("xid", array(finals, String[]::new, each -> each.place.version())))
                                .param(places)
                                .param(places)
                                .param(contents.numbers)
                                .param(array(finals, UUID[]::new, Final::message)),
                        now)
                .update();
    }

    private void decideByKey(List<Final> finals, Instant now) {
        if (!finals.isEmpty()) {
            var contents = new Contents(finals);
            contents.tell(
                            jdbc.sql(DECIDE_BY_KEY)
                                    .params(keys(finals, each -> each.decision.step()))
                                    .param(array(finals, UUID[]::new, each -> each.customer.value()))
                                    .param(contents.numbers)
                                    .param(array(finals, UUID[]::new, Final::message)),
                            now)
                    .update();
        }
    }

    private Set<Integer> decided(List<Final> finals) {
        return jdbc.sql(DECIDED)
                .params(keys(finals, each -> each.decision.step()))
                .query(Integer.class)
                .set();
    }

    private static List<Final> without(Set<Integer> numbers, List<Final> finals) {
        return IntStream.rangeClosed(1, finals.size())
                .filter(number -> !numbers.contains(number))
                .mapToObj(number -> finals.get(number - 1))
                .toList();
    }

    /** What decisions say, each but once. */
    private final class Contents {

        private final Map<Content, Integer> all = new LinkedHashMap<>();
        private final Integer[] numbers;

        Contents(List<Final> finals) {
            numbers = array(finals, Integer[]::new, each -> all.computeIfAbsent(Content.of(each), _ -> all.size() + 1));
        }

        JdbcClient.StatementSpec tell(JdbcClient.StatementSpec statement, Instant now) {
            var contents = all.keySet();
            return statement
                    .param(now.atOffset(ZoneOffset.UTC))
                    .param(array(contents, String[]::new, each -> each.reason
                            .outcome()
                            .name()))
                    .param(array(contents, String[]::new, each -> each.reason.name()))
                    .param(typed("jsonb", array(contents, String[]::new, each -> json.writeValueAsString(each.facts))))
                    .param(array(contents, UUID[]::new, Content::task))
                    .param(array(contents, String[]::new, each -> each.facts.get(Fact.ARM)));
        }
    }

    /** One column of many rows. */
    private static <T, V> V[] array(Collection<T> rows, IntFunction<V[]> array, Column<T, V> column) {
        return rows.stream().map(column::of).toArray(array);
    }

    /** Not as texts, each of which would be cast where it is looked up. */
    private static Object typed(String type, String[] texts) {
        return new SqlArrayValue(type, (Object[]) texts);
    }

    private interface Column<T, V> {

        @Nullable
        V of(T row);
    }

    void remove(Collection<StepKey> steps) {
        if (!steps.isEmpty()) {
            jdbc.sql("""
                            delete from reminders.scheduled_step s
                            using unnest(?::uuid[], ?::int[], ?::int[]) u (invoice_id, cycle, position)
                            where s.invoice_id = u.invoice_id and s.cycle = u.cycle and s.position = u.position""").params(keys(steps, Function.identity())).update();
        }
    }

    /** Removes what is left of invoices that were deleted; their plans went with them. */
    void forgetInvoices(Collection<UUID> invoices) {
        jdbc.sql("delete from reminders.scheduled_step where invoice_id = any(?)")
                .param(invoices.toArray(UUID[]::new))
                .update();
    }

    /** Removes what is left of customers that were deleted. */
    void forget(Collection<CustomerId> customers) {
        if (!customers.isEmpty()) {
            jdbc.sql("delete from reminders.scheduled_step where customer_id = any(?)")
                    .param(array(customers, UUID[]::new, CustomerId::value))
                    .update();
        }
    }

    /** Gives steps the time they are weighed next. */
    void postpone(List<Later> steps) {
        if (!steps.isEmpty()) {
            jdbc.sql("""
                            update reminders.scheduled_step s
                            set due_at = u.at, reason = u.reason, facts = u.facts, failures = 0,
                                postponed = s.postponed + (u.reason is not null)::int
                            from unnest(?::uuid[], ?::int[], ?::int[], ?::text[]::timestamptz[], ?::text[],
                                        ?::text[]::jsonb[]) u (invoice_id, cycle, position, at, reason, facts)
                            where s.invoice_id = u.invoice_id and s.cycle = u.cycle and s.position = u.position""")
                    .params(keys(steps, Later::step))
                    .param(array(steps, String[]::new, each -> each.at.toString()))
                    .param(array(
                            steps,
                            String[]::new,
                            each -> each.decision == null
                                    ? null
                                    : each.decision.reason().name()))
                    .param(array(steps, String[]::new, each -> each.decision == null ? null : facts(each.decision)))
                    .update();
        }
    }

    /** Has steps weighed at once that wait for one of these reasons; @return how many */
    int wake(Set<Reason> reasons, Instant now) {
        return jdbc.sql("update reminders.scheduled_step set due_at = ? where reason = any(?) and due_at > ?")
                .param(now.atOffset(ZoneOffset.UTC))
                .param(reasons.stream().map(Enum::name).toArray(String[]::new))
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Marks plans whose last step was decided. */
    void finish(Collection<StepKey> lastSteps, KeptPlan.State state) {
        if (!lastSteps.isEmpty()) {
            jdbc.sql("""
                            update reminders.plan p set state = ? from unnest(?::uuid[], ?::int[]) u (invoice_id, cycle)
                            where p.invoice_id = u.invoice_id and p.cycle = u.cycle""")
                    .param(state.name())
                    .param(array(lastSteps, UUID[]::new, step -> step.invoice().value()))
                    .param(array(lastSteps, Integer[]::new, StepKey::cycle))
                    .update();
        }
    }

    Map<Fact, String> facts(String text) {
        return json.readValue(text, FACTS);
    }

    private String facts(Decision decision) {
        return json.writeValueAsString(decision.facts());
    }

    private static <T> Object[] keys(Collection<T> all, Function<T, StepKey> key) {
        var keys = all.stream().map(key).toList();
        return new Object[] {
            array(keys, UUID[]::new, step -> step.invoice().value()),
            array(keys, Integer[]::new, StepKey::cycle),
            array(keys, Integer[]::new, StepKey::position)
        };
    }
}
