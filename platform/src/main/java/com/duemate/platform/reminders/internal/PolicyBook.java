package com.duemate.platform.reminders.internal;

import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.reminders.EscalatedSender;
import com.duemate.platform.reminders.Grouping;
import com.duemate.platform.reminders.PolicyId;
import com.duemate.platform.reminders.PolicyVersion;
import com.duemate.platform.scope.Scopes;
import com.duemate.platform.tenancy.TenantProfile;
import com.duemate.themes.text.Texts;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps policies as versions that never change; what was read once is remembered. */
@Repository
class PolicyBook {

    private static final Texts TEXTS = Texts.strict(PolicyBook.class.getClassLoader());
    private static final TypeReference<List<StepJson>> STEPS = new TypeReference<>() {};
    private static final TypeReference<List<Minimum>> MINIMUMS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final BusinessClock clock;
    private final Cache<Page, PolicyVersion> read =
            Caffeine.newBuilder().maximumSize(10_000).build();

    PolicyBook(JdbcClient jdbc, JsonMapper json, BusinessClock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * The version new plans are made from; a tenant without a policy gets the standard one. The policy cannot change until the
     * caller's transaction ends, so that whoever moves its plans afterwards sees those made meanwhile.
     */
    PolicyVersion standing(TenantProfile tenant) {
        var kept = defaultRef();
        if (kept.isEmpty()) {
            addStandard(tenant);
            kept = defaultRef();
        }
        return find(kept.orElseThrow());
    }

    /**
     * Every policy in its newest version. None changes, and neither does which is the default, until the caller's transaction
     * ends; whoever replaces the rules waits too.
     */
    Shelf shelf(TenantProfile tenant) {
        return shelf(tenant, "select id, version, is_default from reminders.policy order by id for share");
    }

    /** As {@link #shelf}, for somebody who changes what new invoices follow: waits until nobody plans by it. */
    Shelf shelfForChange(TenantProfile tenant) {
        return shelf(tenant, "select id, version, is_default from reminders.policy order by id for update");
    }

    private Shelf shelf(TenantProfile tenant, String sql) {
        var shelf = take(sql);
        if (shelf.isEmpty()) {
            addStandard(tenant);
            shelf = take(sql);
        }
        return shelf.orElseThrow();
    }

    private Optional<Shelf> take(String sql) {
        var newest = new HashMap<PolicyId, PolicyRef>();
        var standing = new ArrayList<PolicyRef>();
        jdbc.sql(sql).query(row -> {
            var ref = new PolicyRef(new PolicyId(row.getObject("id", UUID.class)), row.getInt("version"));
            newest.put(ref.id(), ref);
            if (row.getBoolean("is_default")) {
                standing.add(ref);
            }
        });
        return standing.stream().findFirst().map(ref -> new Shelf(newest, ref));
    }

    /** @param standing the default one */
    record Shelf(Map<PolicyId, PolicyRef> all, PolicyRef standing) {

        /** @throws java.util.NoSuchElementException for an unknown policy */
        PolicyRef newest(PolicyId policy) {
            return Optional.ofNullable(all.get(policy)).orElseThrow();
        }
    }

    private Optional<PolicyRef> defaultRef() {
        return jdbc.sql("select id, version from reminders.policy where is_default for share")
                .query((row, _) -> new PolicyRef(new PolicyId(row.getObject("id", UUID.class)), row.getInt("version")))
                .optional();
    }

    private void addStandard(TenantProfile tenant) {
        var id = new PolicyId(Ids.next());
        int fresh = jdbc.sql(
                        "insert into reminders.policy (id, version, is_default) values (?, 1, true) on conflict do nothing")
                .param(id.value())
                .update();
        if (fresh == 1) {
            write(PolicyVersion.standard(id, TEXTS.text(tenant.locale(), "reminders.policy.standard")));
        }
    }

    /** The policy's version, which stays until the caller's transaction ends; empty for an unknown policy. */
    Optional<Integer> version(PolicyId id) {
        return jdbc.sql("select version from reminders.policy where id = ? for share")
                .param(id.value())
                .query(Integer.class)
                .optional();
    }

    void write(PolicyVersion policy) {
        jdbc.sql("""
                        insert into reminders.policy_version (policy_id, version, name, steps, minimums, grouping, escalation,
                                                              made_at)
                        values (?, ?, ?, ?::jsonb, ?::jsonb, ?, ?::jsonb, ?)""")
                .param(policy.id().value())
                .param(policy.version())
                .param(policy.name())
                .param(json.writeValueAsString(
                        policy.steps().stream().map(StepJson::of).toList()))
                .param(json.writeValueAsString(
                        policy.minimums().stream().map(Minimum::of).toList()))
                .param(policy.grouping().name())
                .param(policy.escalation() == null ? null : json.writeValueAsString(policy.escalation()))
                .param(clock.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @throws java.util.NoSuchElementException when the tenant has no such version */
    PolicyVersion find(PolicyRef ref) {
        return Optional.ofNullable(findAll(Set.of(ref)).get(ref)).orElseThrow();
    }

    Map<PolicyRef, PolicyVersion> findAll(Collection<PolicyRef> refs) {
        var tenant = Scopes.tenant();
        var found = new HashMap<PolicyRef, PolicyVersion>();
        var missing = new HashSet<UUID>();
        for (var ref : Set.copyOf(refs)) {
            var known = read.getIfPresent(new Page(tenant, ref));
            if (known == null) {
                missing.add(ref.id().value());
            } else {
                found.put(ref, known);
            }
        }
        if (!missing.isEmpty()) {
            jdbc.sql("""
                            select policy_id, version, name, steps::text, minimums::text, grouping, escalation::text
                            from reminders.policy_version
                            where policy_id = any(?)""")
                    .param(missing.toArray(UUID[]::new))
                    .query((row, _) -> new PolicyVersion(
                            new PolicyId(row.getObject("policy_id", UUID.class)),
                            row.getInt("version"),
                            row.getString("name"),
                            json.readValue(row.getString("steps"), STEPS).stream()
                                    .map(StepJson::step)
                                    .toList(),
                            json.readValue(row.getString("minimums"), MINIMUMS).stream()
                                    .map(Minimum::money)
                                    .toList(),
                            Grouping.valueOf(row.getString("grouping")),
                            escalation(row.getString("escalation"))))
                    .list()
                    .forEach(policy -> {
                        var ref = new PolicyRef(policy.id(), policy.version());
                        found.put(ref, policy);
                        remember(new Page(tenant, ref), policy);
                    });
        }
        return found;
    }

    private @Nullable EscalatedSender escalation(@Nullable String kept) {
        return kept == null ? null : json.readValue(kept, EscalatedSender.class);
    }

    /** Only what is committed may be remembered: a version that is rolled back may be written again with other steps. */
    private void remember(Page page, PolicyVersion policy) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                read.put(page, policy);
            }
        });
    }

    private record Page(TenantId tenant, PolicyRef ref) {}

    private record Minimum(long amount, String currency) {

        static Minimum of(Money money) {
            return new Minimum(money.minor(), money.currencyCode());
        }

        Money money() {
            return Money.of(amount, currency);
        }
    }
}
