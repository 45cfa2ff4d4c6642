package com.duemate.platform.restapi.v1.reminders;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.reminders.Outcome;
import com.duemate.platform.reminders.Plans.InvoicePlan;
import com.duemate.platform.reminders.Plans.PlanStep;
import com.duemate.platform.reminders.Plans.State;
import com.duemate.platform.reminders.Reason;
import com.duemate.platform.reminders.StepChannel;
import com.duemate.platform.reminders.Tone;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an invoice's reminders.
 *
 * @param policy null for an invoice that never had a plan
 * @param running false when no step is left
 * @param pause what keeps the invoice out of every message now; null when nothing does
 * @param plan the steps of the present cycle, in the order of their days
 * @param decisions the final ones of all cycles, oldest first: one for each step that was weighed to the end
 */
@Schema(name = "Reminders")
record RemindersJson(
        UUID invoiceId,
        @Nullable PolicyJson policy,
        boolean running,
        int cycle,
        @Nullable PauseJson pause,
        List<StepJson> plan,
        List<DecisionJson> decisions) {

    @Schema(name = "AppliedPolicy")
    record PolicyJson(UUID id, int version, String name) {}

    /** @param said the reason in the tenant's language and zone */
    @Schema(name = "Pause")
    record PauseJson(Reason reason, String said) {}

    /** @param at when it goes out or is weighed again; once decided, when that was; @param waitingFor why it waits */
    @Schema(name = "PlannedStep")
    record StepJson(
            int position,
            int offsetDays,
            StepChannel channel,
            Tone tone,
            State state,
            Instant at,
            @Nullable Reason waitingFor,
            @Nullable String said,
            @Nullable UUID messageId,
            @Nullable UUID taskId) {

        static StepJson of(PlanStep step) {
            var decision = step.decision();
            var message = step.message();
            var task = step.task();
            return new StepJson(
                    step.key().position(),
                    step.offsetDays(),
                    step.channel(),
                    step.tone(),
                    step.state(),
                    step.at(),
                    decision == null || decision.outcome().isFinal() ? null : decision.reason(),
                    step.said(),
                    message == null ? null : message.value(),
                    task == null ? null : task.value());
        }
    }

    /** @param said the decision in the tenant's language and zone */
    @Schema(name = "Decision")
    record DecisionJson(
            int cycle,
            int position,
            int offsetDays,
            StepChannel channel,
            Tone tone,
            Outcome outcome,
            Reason reason,
            @Nullable String said,
            Instant decidedAt,
            @Nullable UUID messageId,
            @Nullable UUID taskId) {

        static Stream<DecisionJson> of(PlanStep step) {
            var decision = step.decision();
            var message = step.message();
            var task = step.task();
            return decision == null || !decision.outcome().isFinal()
                    ? Stream.empty()
                    : Stream.of(new DecisionJson(
                            step.key().cycle(),
                            step.key().position(),
                            step.offsetDays(),
                            step.channel(),
                            step.tone(),
                            decision.outcome(),
                            decision.reason(),
                            step.said(),
                            step.at(),
                            message == null ? null : message.value(),
                            task == null ? null : task.value()));
        }
    }

    static RemindersJson none(InvoiceId invoice) {
        return new RemindersJson(invoice.value(), null, false, 0, null, List.of(), List.of());
    }

    static RemindersJson of(InvoicePlan plan) {
        var pause = plan.pause();
        return new RemindersJson(
                plan.invoice().value(),
                new PolicyJson(plan.policy().value(), plan.policyVersion(), plan.policyName()),
                plan.running(),
                plan.cycle(),
                pause == null ? null : new PauseJson(pause.reason(), pause.said()),
                plan.steps().stream().map(StepJson::of).toList(),
                Stream.concat(plan.earlier().stream(), plan.steps().stream())
                        .flatMap(DecisionJson::of)
                        .toList());
    }
}
