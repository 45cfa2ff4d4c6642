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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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

        private @Nullable UUID message() {
            return carrier instanceof Carrier.Message(MessageId id) ? id.value() : null;
        }

        private @Nullable UUID task() {
            return carrier instanceof Carrier.Task(TaskId id) ? id.value() : null;
        }
    }

    /** @param decision why the step waits; null when it simply is not due yet */
    record Later(StepKey step, Instant at, @Nullable Decision decision) {}

    /** Keeps final decisions for good. @throws org.springframework.dao.DuplicateKeyException when a step has one already */
    void decide(List<Final> finals, Instant now) {
        if (finals.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into reminders.decision (invoice_id, cycle, position, customer_id, outcome, reason, facts,
                                                        message_id, task_id, decided_at)
                        select u.*, ?::timestamptz
                        from unnest(?::uuid[], ?::int[], ?::int[], ?::uuid[], ?::text[], ?::text[], ?::text[]::jsonb[],
                                    ?::uuid[], ?::uuid[]) u""")
                .param(now.atOffset(ZoneOffset.UTC))
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
                .update();
        remove(finals.stream().map(each -> each.decision.step()).toList());
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

    /** Gives steps the time they are weighed next, and ends their lease. */
    void postpone(List<Later> steps) {
        if (!steps.isEmpty()) {
            jdbc.sql("""
                            update reminders.scheduled_step s
                            set due_at = u.at, reason = u.reason, facts = u.facts, leased_until = '-infinity', failures = 0,
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

    /**
     * Whether the tenant's shard has changed hands since that claim; what was claimed is the new owner's then. A tenant sees its
     * own shard alone.
     */
    boolean isOutdated(long fence) {
        return jdbc.sql("select exists (select from reminders.shard where epoch > ?)")
                .param(fence)
                .query(Boolean.class)
                .single();
    }

    /** Hands customers' claimed steps back at once, for somebody else has the customer. */
    void release(Collection<CustomerId> customers, long fence) {
        jdbc.sql("""
                        update reminders.scheduled_step set leased_until = '-infinity'
                        where customer_id = any(?) and fence = ?""")
                .params(customers.stream().map(CustomerId::value).toArray(UUID[]::new), fence)
                .update();
    }

    /** Hands a customer's claimed steps back, to be tried again after a pause that grows up to five minutes. */
    void fail(CustomerId customer, long fence) {
        jdbc.sql("""
                        update reminders.scheduled_step
                        set leased_until = '-infinity', failures = failures + 1,
                            ready_at = clock_timestamp() + make_interval(secs => least(300, power(2, least(failures, 9))))
                        where customer_id = ? and fence = ?
                          and not exists (select from reminders.shard where epoch > fence)""").params(customer.value(), fence).update();
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
