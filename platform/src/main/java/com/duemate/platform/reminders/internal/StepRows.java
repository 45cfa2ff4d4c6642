package com.duemate.platform.reminders.internal;

import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.notifications.MessageId;
import com.duemate.platform.reminders.Decision;
import com.duemate.platform.reminders.Fact;
import com.duemate.platform.reminders.Reason;
import com.duemate.platform.reminders.StepKey;
import com.duemate.platform.reminders.TaskId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Writes what came of weighing: any number of steps with one statement of each kind. */
@Repository
class StepRows {

    private static final TypeReference<Map<Fact, String>> FACTS = new TypeReference<>() {};

    /** What many decisions have in common is sent once. */
    private static final String DECIDE = """
            with decided as materialized (
                select u.* from unnest(?::uuid[], ?::int[], ?::int[], ?::uuid[], ?::tid[], ?::int[], ?::uuid[]) with ordinality
                    u (invoice_id, cycle, position, customer_id, place, content, message_id, number)),
            gone as (
                delete from reminders.scheduled_step s using decided d
                where %s s.invoice_id = d.invoice_id and s.cycle = d.cycle and s.position = d.position
                returning d.*),
            kept as (
                insert into reminders.decision (tenant_id, invoice_id, cycle, position, customer_id, message_id, decided_at,
                                                outcome, reason, facts, task_id, arm)
                select (select scope.tenant_id()), g.invoice_id, g.cycle, g.position, g.customer_id, g.message_id, ?::timestamptz,
                       c.outcome, c.reason, c.facts, c.task_id, c.arm
                from %s g
                join unnest(?::text[], ?::text[], ?::text[]::jsonb[], ?::uuid[], ?::text[]) with ordinality
                    c (outcome, reason, facts, task_id, arm, content) on c.content = g.content)
            select number::int as number from gone""";

    /** Where the rows lay when they were read, without a look into an index. */
    private static final String DECIDE_BY_PLACE = DECIDE.formatted("s.ctid = d.place and", "gone");

    /** Wherever the rows are by now. */
    private static final String DECIDE_BY_KEY = DECIDE.formatted("", "decided");

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StepRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * @param place of its row when it was read, see {@link StepRow}
     * @param carrier what went out with it, or lists it; null when nothing did
     */
    record Final(
            CustomerId customer,
            Decision decision,
            String place,
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

    /**
     * @param since who has something due, and since when
     * @param held those of them that this transaction holds
     * @param isCut whether there may be more
     */
    record Due(Map<CustomerId, Instant> since, Set<CustomerId> held, boolean isCut) {}

    /** Keeps final decisions for good, in place of their steps. @throws org.springframework.dao.DuplicateKeyException when a step has one already */
    void decide(List<Final> finals, Instant now) {
        decide(DECIDE_BY_KEY, decide(DECIDE_BY_PLACE, finals, now), now);
    }

    /** @return those whose row was not found */
    private List<Final> decide(String statement, List<Final> finals, Instant now) {
        if (finals.isEmpty()) {
            return finals;
        }
        var contents = new LinkedHashMap<Content, Integer>();
        var content = finals.stream()
                .map(each -> contents.computeIfAbsent(Content.of(each), _ -> contents.size() + 1))
                .toArray(Integer[]::new);
        var found = new BitSet(finals.size());
        jdbc.sql(statement)
                .params(keys(finals, each -> each.decision.step()))
                .param(array(finals, UUID[]::new, each -> each.customer.value()))
                .param(array(finals, String[]::new, Final::place))
                .param(content)
                .param(array(finals, UUID[]::new, Final::message))
                .param(now.atOffset(ZoneOffset.UTC))
                .param(array(contents.keySet(), String[]::new, each -> each.reason
                        .outcome()
                        .name()))
                .param(array(contents.keySet(), String[]::new, each -> each.reason.name()))
                .param(array(contents.keySet(), String[]::new, each -> json.writeValueAsString(each.facts)))
                .param(array(contents.keySet(), UUID[]::new, Content::task))
                .param(array(contents.keySet(), String[]::new, each -> each.facts.get(Fact.ARM)))
                .query(row -> {
                    found.set(row.getInt("number") - 1);
                });
        return IntStream.range(0, finals.size())
                .filter(number -> !found.get(number))
                .mapToObj(finals::get)
                .toList();
    }

    /** One column of many rows. */
    private static <T, V> V[] array(Collection<T> rows, IntFunction<V[]> array, Column<T, V> column) {
        return rows.stream().map(column::of).toArray(array);
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

    /**
     * The customers of the tenant's next due steps, those that wait longest first, and takes those that are free. Nobody where the
     * turn, or its shard, and the turn with it, is somebody else's since that claim: a tenant sees its own alone.
     */
    Due due(Instant now, int mostSteps, long fence) {
        var since = new LinkedHashMap<CustomerId, Instant>();
        var held = new LinkedHashSet<CustomerId>();
        var steps = new AtomicInteger();
        jdbc.sql("""
                        select customer_id, due_at, %s as held from (
                            select customer_id, due_at from reminders.scheduled_step
                            where due_at <= ? and ready_at <= clock_timestamp()
                              and exists (select from reminders.turn where fence = ?)
                              and not exists (select from reminders.shard where epoch > ?)
                            order by due_at limit ?) due""".formatted(CustomerLocks.HELD))
                .params(now.atOffset(ZoneOffset.UTC), fence, fence, mostSteps)
                .query(row -> {
                    steps.incrementAndGet();
                    var customer = new CustomerId(row.getObject("customer_id", UUID.class));
                    since.putIfAbsent(
                            customer,
                            row.getObject("due_at", OffsetDateTime.class).toInstant());
                    if (row.getBoolean("held")) {
                        held.add(customer);
                    }
                });
        return new Due(since, held, steps.get() == mostSteps);
    }

    /** Lets others have the tenant's turn. @return false when it is not this claim's any more */
    boolean endTurn(long fence) {
        return changeTurn("'-infinity'", fence);
    }

    /** Keeps it from being claimed until this transaction ends. @return false when it is not this claim's any more */
    boolean keepTurn(long fence) {
        return changeTurn("leased_until", fence);
    }

    private boolean changeTurn(String leasedUntil, long fence) {
        return jdbc.sql("""
                                update reminders.turn set leased_until = %s
                                where fence = ? and not exists (select from reminders.shard where epoch > ?)""".formatted(leasedUntil)).params(fence, fence).update() == 1;
    }

    /** Has a customer's due steps tried again after a pause that grows up to five minutes. */
    void fail(CustomerId customer, long fence, Instant now) {
        jdbc.sql("""
                        update reminders.scheduled_step
                        set failures = failures + 1,
                            ready_at = clock_timestamp() + make_interval(secs => least(300, power(2, least(failures, 9))))
                        where customer_id = ? and due_at <= ? and exists (select from reminders.turn where fence = ?)
                          and not exists (select from reminders.shard where epoch > ?)""")
                .params(customer.value(), now.atOffset(ZoneOffset.UTC), fence, fence)
                .update();
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
