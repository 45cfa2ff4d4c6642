package com.duemate.platform.reminders.internal;

import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.reminders.AssignmentRule;
import com.duemate.platform.reminders.Assignments.Assignment;
import com.duemate.platform.reminders.Condition;
import com.duemate.platform.reminders.PolicyId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the rules as versions that never change. */
@Repository
class AssignmentBook {

    private static final TypeReference<List<KeptCondition>> CONDITIONS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final BusinessClock clock;

    AssignmentBook(JdbcClient jdbc, JsonMapper json, BusinessClock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    Assignment current() {
        var rules = new ArrayList<AssignmentRule>();
        var version = new int[1];
        jdbc.sql("""
                        select a.version, r.name, r.conditions::text, r.policy_id from reminders.assignment a
                        left join reminders.assignment_rule r on r.tenant_id = a.tenant_id and r.version = a.version
                        order by r.position""").query(row -> {
            version[0] = row.getInt("version");
            if (row.getString("name") != null) {
                rules.add(new AssignmentRule(
                        row.getString("name"),
                        json.readValue(row.getString("conditions"), CONDITIONS).stream()
                                .map(KeptCondition::condition)
                                .toList(),
                        new PolicyId(row.getObject("policy_id", UUID.class))));
            }
        });
        return new Assignment(version[0], rules);
    }

    void write(int version, List<AssignmentRule> rules) {
        jdbc.sql("""
                        insert into reminders.assignment (version) values (?)
                        on conflict (tenant_id) do update set version = excluded.version""").param(version).update();
        jdbc.sql("""
                        insert into reminders.assignment_rule (version, position, name, conditions, policy_id, made_at)
                        select ?, r.position, r.name, r.conditions::jsonb, r.policy_id, ?
                        from unnest(?::text[], ?::text[], ?::uuid[]) with ordinality r (name, conditions, policy_id, position)""")
                .param(version)
                .param(clock.now().atOffset(ZoneOffset.UTC))
                .param(rules.stream().map(AssignmentRule::name).toArray(String[]::new))
                .param(rules.stream().map(this::conditions).toArray(String[]::new))
                .param(rules.stream().map(rule -> rule.policy().value()).toArray(UUID[]::new))
                .update();
    }

    private String conditions(AssignmentRule rule) {
        return json.writeValueAsString(
                rule.conditions().stream().map(KeptCondition::of).toList());
    }

    /** A condition as it is stored: its kind, and the one value that kind asks for. */
    private record KeptCondition(
            Condition.Kind kind,
            @Nullable Long amount,
            @Nullable String text,
            @Nullable List<UUID> customers) {

        static KeptCondition of(Condition condition) {
            return switch (condition) {
                case Condition.Amount it ->
                    new KeptCondition(
                            it.kind(), it.amount().minor(), it.amount().currencyCode(), null);
                case Condition.Code it -> new KeptCondition(it.kind(), null, it.code(), null);
                case Condition.OneOf it ->
                    new KeptCondition(
                            it.kind(),
                            null,
                            null,
                            it.customers().stream().map(CustomerId::value).toList());
                case Condition.Text it -> new KeptCondition(it.kind(), null, it.text(), null);
                case Condition.Count it -> new KeptCondition(it.kind(), (long) it.least(), null, null);
            };
        }

        Condition condition() {
            if (kind.asks() == Condition.Amount.class) {
                return new Condition.Amount(kind, Money.of(number(), words()));
            } else if (kind.asks() == Condition.Code.class) {
                return new Condition.Code(kind, words());
            } else if (kind.asks() == Condition.Text.class) {
                return new Condition.Text(kind, words());
            } else if (kind.asks() == Condition.Count.class) {
                return new Condition.Count(kind, Math.toIntExact(number()));
            }
            return new Condition.OneOf(
                    kept(customers).stream().map(CustomerId::new).toList());
        }

        private long number() {
            return kept(amount);
        }

        private String words() {
            return kept(text);
        }

        private <T> T kept(@Nullable T value) {
            if (value == null) {
                throw new IllegalStateException("a condition of kind " + kind + " without its value");
            }
            return value;
        }
    }
}
