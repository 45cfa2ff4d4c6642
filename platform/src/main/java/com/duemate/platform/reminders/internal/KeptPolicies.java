package com.duemate.platform.reminders.internal;

import com.duemate.platform.audit.AuditTrail;
import com.duemate.platform.kernel.Cursor;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.kernel.Page;
import com.duemate.platform.messaging.Outbox;
import com.duemate.platform.reminders.Policies;
import com.duemate.platform.reminders.PolicyId;
import com.duemate.platform.reminders.PolicyVersion;
import com.duemate.platform.scope.MayManage;
import com.duemate.platform.scope.MayRead;
import com.duemate.platform.tenancy.Tenants;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class KeptPolicies implements Policies {

    private final JdbcClient jdbc;
    private final PolicyBook book;
    private final Tenants tenants;
    private final AuditTrail trail;
    private final Outbox outbox;

    KeptPolicies(JdbcClient jdbc, PolicyBook book, Tenants tenants, AuditTrail trail, Outbox outbox) {
        this.jdbc = jdbc;
        this.book = book;
        this.tenants = tenants;
        this.trail = trail;
        this.outbox = outbox;
    }

    @Override
    @MayRead
    @Transactional
    public List<Policy> list() {
        book.standing(tenants.current());
        var listed = jdbc.sql("""
                        select p.id, p.version, p.is_default, v.made_at,
                               (select count(*) from reminders.plan r where r.tenant_id = p.tenant_id and r.policy_id = p.id
                                and r.state = 'RUNNING')::int as running
                        from reminders.policy p join reminders.policy_version v
                          on v.tenant_id = p.tenant_id and v.policy_id = p.id and v.version = p.version
                        order by p.is_default desc, v.name, p.id""")
                .query((row, _) -> new Listed(
                        new PolicyRef(new PolicyId(row.getObject("id", UUID.class)), row.getInt("version")),
                        row.getBoolean("is_default"),
                        row.getInt("running"),
                        row.getObject("made_at", OffsetDateTime.class)))
                .list();
        var versions = book.findAll(listed.stream().map(Listed::ref).toList());
        return listed.stream()
                .map(each -> new Policy(
                        Optional.ofNullable(versions.get(each.ref)).orElseThrow(),
                        each.isDefault,
                        each.running,
                        each.madeAt.toInstant()))
                .toList();
    }

    @Override
    @MayRead
    @Transactional
    public Optional<PolicyVersion> find(PolicyId id) {
        return book.version(id).map(version -> book.find(new PolicyRef(id, version)));
    }

    @Override
    @MayRead
    @Transactional(readOnly = true)
    public Page<Kept> versions(PolicyId id, int limit, @Nullable String cursor) {
        int most = Math.clamp(limit, 1, Page.MAX_LIMIT);
        var found = jdbc.sql("""
                        select version, made_at from reminders.policy_version
                        where policy_id = ? and version < ? order by version desc limit ?""")
                .params(
                        id.value(),
                        Cursor.parse(cursor, 1).map(KeptPolicies::version).orElse(Integer.MAX_VALUE),
                        most + 1)
                .query((row, _) -> Map.entry(
                        new PolicyRef(id, row.getInt("version")),
                        row.getObject("made_at", OffsetDateTime.class).toInstant()))
                .list();
        var versions = book.findAll(found.stream().map(Map.Entry::getKey).toList());
        return Cursor.page(
                found.stream()
                        .map(each -> new Kept(
                                Optional.ofNullable(versions.get(each.getKey())).orElseThrow(), each.getValue()))
                        .toList(),
                most,
                Function.identity(),
                last -> Cursor.of(Integer.toString(last.policy().version())));
    }

    private static int version(Cursor cursor) {
        try {
            return Integer.parseInt(cursor.part(0));
        } catch (NumberFormatException e) {
            throw new Cursor.BadCursor();
        }
    }

    @Override
    @MayManage
    @Transactional
    public Outcome create(Draft draft) {
        var problems = PolicyDrafts.problems(draft);
        if (!problems.isEmpty()) {
            return new Outcome.Refused(problems);
        }
        book.standing(tenants.current());
        var policy = PolicyDrafts.version(new PolicyId(Ids.next()), 1, draft);
        jdbc.sql("insert into reminders.policy (id, version, is_default) values (?, 1, false)")
                .param(policy.id().value())
                .update();
        return keep(policy, "reminders.createPolicy");
    }

    @Override
    @MayManage
    @Transactional
    public Outcome change(PolicyId id, int basedOn, Draft draft) {
        var locked = jdbc.sql("select version from reminders.policy where id = ? for update")
                .param(id.value())
                .query(Integer.class)
                .optional();
        if (locked.isEmpty()) {
            return new Outcome.Unknown();
        }
        int current = locked.get();
        if (current != basedOn) {
            return new Outcome.Outdated(current);
        }
        var problems = PolicyDrafts.problems(draft);
        if (!problems.isEmpty()) {
            return new Outcome.Refused(problems);
        }
        if (PolicyDrafts.version(id, current, draft).equals(book.find(new PolicyRef(id, current)))) {
            return new Outcome.Done(id, current);
        }
        jdbc.sql("update reminders.policy set version = ? where id = ?")
                .params(current + 1, id.value())
                .update();
        outbox.publish(new PolicyChanged(id.value()));
        return keep(PolicyDrafts.version(id, current + 1, draft), "reminders.changePolicy");
    }

    private Outcome keep(PolicyVersion policy, String action) {
        book.write(policy);
        trail.record(action, policy.id().value(), Map.of("name", policy.name(), "version", policy.version()));
        return new Outcome.Done(policy.id(), policy.version());
    }

    @Override
    @MayManage
    @Transactional
    public Outcome makeDefault(PolicyId id) {
        book.shelfForChange(tenants.current());
        var version = book.version(id);
        if (version.isEmpty()) {
            return new Outcome.Unknown();
        }
        int before = jdbc.sql("update reminders.policy set is_default = false where is_default and id <> ?")
                .param(id.value())
                .update();
        if (before > 0) {
            jdbc.sql("update reminders.policy set is_default = true where id = ?")
                    .param(id.value())
                    .update();
            trail.record("reminders.makePolicyDefault", id.value(), Map.of());
        }
        return new Outcome.Done(id, version.get());
    }

    private record Listed(PolicyRef ref, boolean isDefault, int running, OffsetDateTime madeAt) {}
}
