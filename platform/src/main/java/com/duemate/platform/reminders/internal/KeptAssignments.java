package com.duemate.platform.reminders.internal;

import com.duemate.platform.audit.AuditTrail;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.messaging.Outbox;
import com.duemate.platform.reminders.AssignmentRule;
import com.duemate.platform.reminders.Assignments;
import com.duemate.platform.reminders.Condition;
import com.duemate.platform.reminders.RuleProblem;
import com.duemate.platform.reminders.RuleProblem.Kind;
import com.duemate.platform.scope.MayManage;
import com.duemate.platform.scope.MayRead;
import com.duemate.platform.tenancy.Tenants;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class KeptAssignments implements Assignments {

    private final JdbcClient jdbc;
    private final AssignmentBook book;
    private final PolicyBook policies;
    private final TraitsReading traits;
    private final Tenants tenants;
    private final AuditTrail trail;
    private final Outbox outbox;

    KeptAssignments(
            JdbcClient jdbc,
            AssignmentBook book,
            PolicyBook policies,
            TraitsReading traits,
            Tenants tenants,
            AuditTrail trail,
            Outbox outbox) {
        this.jdbc = jdbc;
        this.book = book;
        this.policies = policies;
        this.traits = traits;
        this.tenants = tenants;
        this.trail = trail;
        this.outbox = outbox;
    }

    @Override
    @MayRead
    @Transactional
    public Assignment current() {
        return book.current();
    }

    @Override
    @MayManage
    @Transactional
    public Outcome replace(int basedOn, List<AssignmentRule> rules) {
        var tenant = tenants.current();
        var shelf = policies.shelfForChange(tenant);
        var current = book.current();
        if (current.version() != basedOn) {
            return new Outcome.Outdated(current.version());
        }
        var problems = problems(rules, shelf);
        if (!problems.isEmpty()) {
            return new Outcome.Refused(problems);
        }
        if (current.rules().equals(rules)) {
            return new Outcome.Done(basedOn);
        }
        book.write(basedOn + 1, rules);
        trail.record(
                "reminders.replaceRules",
                tenant.id().value(),
                Map.of(
                        "version",
                        basedOn + 1,
                        "rules",
                        rules.stream().map(AssignmentRule::name).collect(Collectors.joining(", "))));
        return new Outcome.Done(basedOn + 1);
    }

    @Override
    @MayManage
    @Transactional
    public Outcome moveRunning(int basedOn) {
        var tenant = tenants.current();
        policies.shelf(tenant);
        int current = book.current().version();
        if (current != basedOn) {
            return new Outcome.Outdated(current);
        }
        outbox.publish(new AssignmentMoved(AssignmentMoved.NOBODY));
        trail.record("reminders.moveRunning", tenant.id().value(), Map.of("version", basedOn));
        return new Outcome.Done(basedOn);
    }

    @Override
    @MayRead
    @Transactional
    public Preview preview(List<AssignmentRule> rules) {
        var tenant = tenants.current();
        var assigning =
                new Assigning(List.copyOf(rules), policies.standing(tenant).id());
        var counting = new Counting(assigning);
        boolean complete = traits.showOwed(Counting.MOST, assigning, tenant, counting::add);
        return counting.preview(complete);
    }

    /** What is wrong on paper, and what names something the tenant does not have. */
    private List<RuleProblem> problems(List<AssignmentRule> rules, PolicyBook.Shelf shelf) {
        var problems = new ArrayList<>(AssignmentRule.problems(rules));
        if (rules.size() > AssignmentRule.MAX_RULES) {
            return problems;
        }
        var named = rules.stream()
                .flatMap(rule -> rule.conditions().stream())
                .filter(Condition.OneOf.class::isInstance)
                .flatMap(condition -> ((Condition.OneOf) condition).customers().stream())
                .collect(Collectors.toSet());
        var known = named.isEmpty() ? Set.of() : known(named);
        for (int i = 0; i < rules.size(); i++) {
            if (!shelf.all().containsKey(rules.get(i).policy())) {
                problems.add(new RuleProblem(Kind.POLICY_UNKNOWN, i + 1, 0));
            }
            var conditions = rules.get(i).conditions();
            for (int j = 0; j < conditions.size(); j++) {
                if (conditions.get(j) instanceof Condition.OneOf asked && !known.containsAll(asked.customers())) {
                    problems.add(new RuleProblem(Kind.CUSTOMER_UNKNOWN, i + 1, j + 1));
                }
            }
        }
        problems.sort(Comparator.comparingInt(RuleProblem::rule).thenComparingInt(RuleProblem::condition));
        return problems;
    }

    private Set<CustomerId> known(Set<CustomerId> customers) {
        return jdbc.sql("select id from customers.pub_customer where id = any(?)")
                .param(customers.stream().map(CustomerId::value).toArray(UUID[]::new))
                .query((row, _) -> new CustomerId(row.getObject(1, UUID.class)))
                .set();
    }
}
