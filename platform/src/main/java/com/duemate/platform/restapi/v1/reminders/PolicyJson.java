package com.duemate.platform.restapi.v1.reminders;

import com.duemate.platform.reminders.Anchor;
import com.duemate.platform.reminders.CatchUp;
import com.duemate.platform.reminders.DayRule;
import com.duemate.platform.reminders.EscalatedSender;
import com.duemate.platform.reminders.Grouping;
import com.duemate.platform.reminders.Policies;
import com.duemate.platform.reminders.PolicyVersion;
import com.duemate.platform.reminders.Step;
import com.duemate.platform.reminders.StepChannel;
import com.duemate.platform.reminders.Tone;
import com.duemate.platform.restapi.ApiBody;
import com.duemate.platform.restapi.MoneyJson;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param isDefault whether new invoices follow it that no rule takes; only where it is the version in force
 * @param running how many plans follow it now; only where it is the version in force
 * @param madeAt when this version was made
 * @param grouping what one message asks for
 */
@Schema(name = "Policy")
record PolicyJson(
        UUID id,
        int version,
        String name,
        Instant madeAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean isDefault,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer running,
        List<StepJson> steps,
        List<MoneyJson> minimums,
        Grouping grouping,
        @Nullable EscalationJson escalation) {

    /** @param position the level it raises an invoice to; @param channels the one wanted, then those that serve without its address */
    @Schema(name = "PolicyStep")
    record StepJson(
            int position,
            Anchor anchor,
            int days,
            DayRule dayRule,
            List<StepChannel> channels,
            String template,
            Tone tone,
            CatchUp catchUp,
            boolean escalated) {

        static StepJson of(Step step) {
            return new StepJson(
                    step.position(),
                    step.timing().anchor(),
                    step.timing().days(),
                    step.timing().dayRule(),
                    step.channels(),
                    step.template(),
                    step.tone(),
                    step.catchUp(),
                    step.escalated());
        }
    }

    /** In whose name escalated steps are written. */
    @Schema(name = "EscalatedSender")
    record EscalationJson(@Nullable String name, @Nullable String replyTo) implements ApiBody {

        static @Nullable EscalationJson of(@Nullable EscalatedSender sender) {
            return sender == null ? null : new EscalationJson(sender.name(), sender.replyTo());
        }
    }

    static PolicyJson of(Policies.Policy policy) {
        return of(policy.current(), policy.changedAt(), policy.isDefault(), policy.running());
    }

    static PolicyJson of(Policies.Kept kept) {
        return of(kept.policy(), kept.madeAt(), null, null);
    }

    private static PolicyJson of(
            PolicyVersion policy, Instant madeAt, @Nullable Boolean isDefault, @Nullable Integer running) {
        return new PolicyJson(
                policy.id().value(),
                policy.version(),
                policy.name(),
                madeAt,
                isDefault,
                running,
                policy.steps().stream().map(StepJson::of).toList(),
                policy.minimums().stream().map(MoneyJson::of).toList(),
                policy.grouping(),
                EscalationJson.of(policy.escalation()));
    }
}
