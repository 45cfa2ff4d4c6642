package com.duemate.platform.reminders.internal;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.notifications.MessageId;
import com.duemate.platform.reminders.Decision;
import com.duemate.platform.reminders.Fact;
import com.duemate.platform.reminders.Outcome;
import com.duemate.platform.reminders.Plans.InvoicePlan;
import com.duemate.platform.reminders.Plans.Pause;
import com.duemate.platform.reminders.Plans.PlanStep;
import com.duemate.platform.reminders.Plans.State;
import com.duemate.platform.reminders.Reason;
import com.duemate.platform.reminders.StepKey;
import com.duemate.platform.reminders.TaskId;
import com.duemate.platform.reminders.Tone;
import com.duemate.platform.tenancy.Tenants;
import com.duemate.themes.text.Formats;
import com.duemate.themes.text.Texts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells an invoice's plan with every reason, in the tenant's words. */
@Repository
class PlanReading {

    private static final Texts TEXTS = Texts.lenient(PlanReading.class.getClassLoader());

    private final JdbcClient jdbc;
    private final PlanRows plans;
    private final PolicyBook policies;
    private final StepRows steps;
    private final Dossiers dossiers;
    private final Tenants tenants;
    private final BusinessClock clock;

    PlanReading(
            JdbcClient jdbc,
            PlanRows plans,
            PolicyBook policies,
            StepRows steps,
            Dossiers dossiers,
            Tenants tenants,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.policies = policies;
        this.steps = steps;
        this.dossiers = dossiers;
        this.tenants = tenants;
        this.clock = clock;
    }

    Optional<InvoicePlan> read(InvoiceId invoice) {
        var all = plans.all(invoice);
        return all.isEmpty() ? Optional.empty() : Optional.of(read(invoice, all));
    }

    private InvoicePlan read(InvoiceId invoice, List<KeptPlan> all) {
        var versions = policies.findAll(all.stream().map(KeptPlan::policy).toList());
        var found = new HashMap<StepKey, Found>();
        decided(invoice).forEach(each -> found.put(each.key, each));
        waiting(invoice).forEach(each -> found.put(each.key, each));
        var tenant = tenants.current();
        var formats = new Formats(tenant.locale(), tenant.zone(), tenant.currency());
        var latest = all.getLast();
        var policy = Optional.ofNullable(versions.get(latest.policy())).orElseThrow();
        var now = new ArrayList<PlanStep>();
        var earlier = new ArrayList<PlanStep>();
        for (var plan : all) {
            for (var step : plan.days()
                    .lay(Optional.ofNullable(versions.get(plan.policy())).orElseThrow())) {
                var each = found.get(new StepKey(invoice, plan.cycle(), step.position()));
                if (each != null) {
                    (plan.equals(latest) ? now : earlier).add(each.tell(step, plan.days(), formats));
                }
            }
        }
        var running = latest.state() == KeptPlan.State.RUNNING;
        return new InvoicePlan(
                invoice,
                policy.id(),
                policy.version(),
                policy.name(),
                running,
                latest.cycle(),
                running ? pause(latest, formats) : null,
                now,
                earlier);
    }

    private @Nullable Pause pause(KeptPlan plan, Formats formats) {
        var dossier = dossiers.load(List.of(plan.customer()), clock.now()).getFirst();
        return InvoiceGuard.first(InvoiceGuard.PAUSING, dossier.item(plan.invoice()), dossier.situation())
                .map(verdict -> verdict.on(new StepKey(plan.invoice(), plan.cycle(), 1)))
                .map(decision -> new Pause(decision.reason(), decision.sentence(TEXTS, formats)))
                .orElse(null);
    }

    private List<Found> decided(InvoiceId invoice) {
        return jdbc.sql("""
                        select d.cycle, d.position, d.reason, d.facts::text, d.message_id, d.task_id, d.decided_at as at,
                               t.channel, t.done_at, t.done_by
                        from reminders.decision d
                        left join reminders.task t on t.tenant_id = d.tenant_id and t.id = d.task_id
                        where d.invoice_id = ?""")
                .param(invoice.value())
                .query((row, _) -> found(
                        invoice,
                        row,
                        row.getObject("message_id", UUID.class),
                        row.getObject("task_id", UUID.class),
                        TaskEnd.of(row)))
                .list();
    }

    private List<Found> waiting(InvoiceId invoice) {
        return jdbc.sql("""
                        select cycle, position, reason, facts::text, due_at as at from reminders.scheduled_step
                        where invoice_id = ?""")
                .param(invoice.value())
                .query((row, _) -> found(invoice, row, null, null, null))
                .list();
    }

    private Found found(
            InvoiceId invoice, ResultSet row, @Nullable UUID message, @Nullable UUID task, @Nullable TaskEnd end)
            throws SQLException {
        var key = new StepKey(invoice, row.getInt("cycle"), row.getInt("position"));
        var reason = row.getString("reason");
        return new Found(
                key,
                row.getObject("at", OffsetDateTime.class).toInstant(),
                reason == null ? null : new Decision(key, Reason.valueOf(reason), steps.facts(row.getString("facts"))),
                message,
                task,
                end);
    }

    private record Found(
            StepKey key,
            Instant at,
            @Nullable Decision decision,
            @Nullable UUID message,
            @Nullable UUID task,
            @Nullable TaskEnd end) {

        PlanStep tell(PlannedStep planned, PlanDays days, Formats formats) {
            return new PlanStep(
                    key,
                    days.offset(planned.day()),
                    planned.step().channel(),
                    spoken(planned),
                    decision == null ? State.PLANNED : state(decision.outcome()),
                    at,
                    decision,
                    decision == null ? null : TaskEnd.told(decision.sentence(TEXTS, formats), end, TEXTS, formats),
                    message == null ? null : new MessageId(message),
                    task == null ? null : new TaskId(task));
        }

        private Tone spoken(PlannedStep planned) {
            return decision != null && decision.facts().containsKey(Fact.TONE)
                    ? Tone.valueOf((String) decision.fact(Fact.TONE))
                    : planned.step().tone();
        }

        private static State state(Outcome outcome) {
            return switch (outcome) {
                case SENT -> State.SENT;
                case HANDED_OVER -> State.HANDED_OVER;
                case GROUPED -> State.GROUPED;
                case SKIPPED -> State.SKIPPED;
                case POSTPONED -> State.WAITING;
            };
        }
    }
}
