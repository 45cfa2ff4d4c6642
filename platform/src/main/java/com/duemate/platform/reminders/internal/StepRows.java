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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Writes what came of weighing: any number of steps with one statement of each kind. */
@Repository
class StepRows {

    private static final TypeReference<Map<Fact, String>> FACTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StepRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param carrier what went out with it, or lists it; null when nothing did */
    record Final(
            CustomerId customer,
            Decision decision,
            @Nullable Carrier carrier) {

        Final with(Carrier other) {
            return new Final(customer, decision, other);
        }

        private @Nullable UUID message() {
            return carrier instanceof Carrier.Message(MessageId id) ? id.value() : null;
        }

        private @Nullable UUID task() {
            return carrier instanceof Carrier.Task(TaskId id) ? id.value() : null;
        }

        private @Nullable String arm() {
            return decision.facts().get(Fact.ARM);
        }
    }

    /** @param decision why the step waits; null when it simply is not due yet */
    record Later(StepKey step, Instant at, @Nullable Decision decision) {}

    /**
     * @param since who has something due, and since when
     * @param isCut whether there may be more
     */
    record Due(Map<CustomerId, Instant> since, boolean isCut) {}

    /** Keeps final decisions for good, in place of their steps. @throws org.springframework.dao.DuplicateKeyException when a step has one already */
    void decide(List<Final> finals, Instant now) {
        if (finals.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        with decided as materialized (
                            select u.* from unnest(?::uuid[], ?::int[], ?::int[], ?::uuid[], ?::text[], ?::text[], ?::text[]::jsonb[],
                                                   ?::uuid[], ?::uuid[], ?::text[])
                            u (invoice_id, cycle, position, customer_id, outcome, reason, facts, message_id, task_id, arm)),
                        gone as (
                            delete from reminders.scheduled_step s using decided d
                            where s.invoice_id = d.invoice_id and s.cycle = d.cycle and s.position = d.position)
                        insert into reminders.decision (invoice_id, cycle, position, customer_id, outcome, reason, facts,
                                                        message_id, task_id, arm, decided_at)
                        select decided.*, ?::timestamptz from decided""")
                .params(keys(finals, each -> each.decision.step()))
                .param(finals.stream().map(each -> each.customer.value()).toArray(UUID[]::new))
                .param(finals.stream()
                        .map(each -> each.decision.outcome().name())
                        .toArray(String[]::new))
                .param(finals.stream()
                        .map(each -> each.decision.reason().name())
                        .toArray(String[]::new))
                .param(finals.stream().map(each -> facts(each.decision)).toArray(String[]::new))
                .param(finals.stream().map(Final::message).toArray(UUID[]::new))
                .param(finals.stream().map(Final::task).toArray(UUID[]::new))
                .param(finals.stream().map(Final::arm).toArray(String[]::new))
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
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
                    .param(customers.stream().map(CustomerId::value).toArray(UUID[]::new))
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
                    .param(steps.stream().map(each -> each.at.toString()).toArray(String[]::new))
                    .param(steps.stream()
                            .map(each -> each.decision == null
                                    ? null
                                    : each.decision.reason().name())
                            .toArray(String[]::new))
                    .param(steps.stream()
                            .map(each -> each.decision == null ? null : facts(each.decision))
                            .toArray(String[]::new))
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
                    .param(lastSteps.stream()
                            .map(step -> step.invoice().value())
                            .toArray(UUID[]::new))
                    .param(lastSteps.stream().map(StepKey::cycle).toArray(Integer[]::new))
                    .update();
        }
    }

    /** The customers of the tenant's next due steps, those that wait longest first. */
    Due due(Instant now, int mostSteps) {
        var since = new LinkedHashMap<CustomerId, Instant>();
        var steps = new AtomicInteger();
        jdbc.sql("""
                        select customer_id, due_at from reminders.scheduled_step
                        where due_at <= ? and ready_at <= clock_timestamp() order by due_at limit ?""").params(now.atOffset(ZoneOffset.UTC), mostSteps).query(row -> {
            steps.incrementAndGet();
            since.putIfAbsent(
                    new CustomerId(row.getObject("customer_id", UUID.class)),
                    row.getObject("due_at", OffsetDateTime.class).toInstant());
        });
        return new Due(since, steps.get() == mostSteps);
    }

    /**
     * Whether somebody else has the tenant's turn since that claim, or its shard, and the turn with it. A tenant sees its own
     * alone.
     */
    boolean isOutdated(long fence) {
        return jdbc.sql("""
                        select exists (select from reminders.shard where epoch > ?)
                            or not exists (select from reminders.turn where fence = ?)""").params(fence, fence).query(Boolean.class).single();
    }

    /** Lets others have the tenant's turn. @return false when it is not this claim's any more */
    boolean endTurn(long fence) {
        return jdbc.sql("""
                                update reminders.turn set leased_until = '-infinity'
                                where fence = ? and not exists (select from reminders.shard where epoch > ?)""").params(fence, fence).update() == 1;
    }

    /** Has a customer's due steps tried again after a pause that grows up to five minutes. */
    void fail(CustomerId customer, long fence, Instant now) {
        jdbc.sql("""
                        update reminders.scheduled_step
                        set failures = failures + 1,
                            ready_at = clock_timestamp() + make_interval(secs => least(300, power(2, least(failures, 9))))
                        where customer_id = ? and due_at <= ? and not exists (select from reminders.shard where epoch > ?)""")
                .params(customer.value(), now.atOffset(ZoneOffset.UTC), fence)
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
            keys.stream().map(step -> step.invoice().value()).toArray(UUID[]::new),
            keys.stream().map(StepKey::cycle).toArray(Integer[]::new),
            keys.stream().map(StepKey::position).toArray(Integer[]::new)
        };
    }
}
