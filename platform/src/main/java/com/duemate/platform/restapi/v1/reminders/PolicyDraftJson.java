package com.duemate.platform.restapi.v1.reminders;

import com.duemate.platform.kernel.Money;
import com.duemate.platform.reminders.Anchor;
import com.duemate.platform.reminders.CatchUp;
import com.duemate.platform.reminders.DayRule;
import com.duemate.platform.reminders.EscalatedSender;
import com.duemate.platform.reminders.Grouping;
import com.duemate.platform.reminders.Policies.Draft;
import com.duemate.platform.reminders.Policies.DraftStep;
import com.duemate.platform.reminders.PolicyProblem;
import com.duemate.platform.reminders.StepChannel;
import com.duemate.platform.reminders.Timing;
import com.duemate.platform.reminders.Tone;
import com.duemate.platform.restapi.ApiBody;
import com.duemate.platform.restapi.ApiProblem;
import com.duemate.platform.restapi.Asked;
import com.duemate.platform.restapi.MoneyJson;
import com.duemate.platform.restapi.v1.reminders.PolicyJson.EscalationJson;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A policy to be made or changed.
 *
 * @param version the one that was edited; only to change a policy
 * @param steps in the order of their days
 * @param grouping {@code CUSTOMER} when it is missing
 */
@Schema(name = "PolicyDraft")
record PolicyDraftJson(
        @Nullable Integer version,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String name,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        List<@Nullable StepDraft> steps,

        @Nullable List<@Nullable MoneyJson> minimums,

        @Schema(
                example = "CUSTOMER",
                allowableValues = {"CUSTOMER", "INVOICE"})
        @Nullable
        String grouping,

        @Nullable EscalationJson escalation)
        implements ApiBody {

    /**
     * @param anchor {@code DUE} when it is missing
     * @param dayRule {@code NEXT} when it is missing
     * @param template one that fits the day when it is missing
     * @param catchUp {@code COLLAPSE} when it is missing
     */
    @Schema(name = "PolicyStepDraft")
    record StepDraft(
            @Schema(allowableValues = {"DUE", "ISSUED", "LAST_CONTACT"}) @Nullable
            String anchor,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "7") @Nullable
            Integer days,

            @Schema(allowableValues = {"NEXT", "PREVIOUS"}) @Nullable
            String dayRule,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "[\"EMAIL\", \"LETTER\"]") @Nullable
            List<@Nullable String> channels,

            @Nullable String template,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"FRIENDLY", "NEUTRAL", "FIRM"})
            @Nullable
            String tone,

            @Schema(allowableValues = {"COLLAPSE", "SKIP", "SEND_LATE"}) @Nullable
            String catchUp,

            @Nullable Boolean escalated)
            implements ApiBody {

        private DraftStep draft(String at) {
            if (days == null) {
                throw ApiProblem.bad(at + ".days", "restapi.refused.missing");
            }
            if (channels == null) {
                throw ApiProblem.bad(at + ".channels", "restapi.refused.missing");
            }
            var anchored = Asked.word(anchor, Anchor.DUE, Anchor.class, at + ".anchor");
            return new DraftStep(
                    new Timing(anchored, days, Asked.word(dayRule, DayRule.NEXT, DayRule.class, at + ".dayRule")),
                    channels.stream()
                            .map(channel -> Asked.word(channel, null, StepChannel.class, at + ".channels"))
                            .toList(),
                    template == null ? usual(anchored, days) : template,
                    Asked.word(tone, null, Tone.class, at + ".tone"),
                    Asked.word(catchUp, CatchUp.COLLAPSE, CatchUp.class, at + ".catchUp"),
                    Boolean.TRUE.equals(escalated));
        }

        private static String usual(Anchor anchor, int days) {
            if (anchor != Anchor.DUE || days > 0) {
                return "reminder.overdue";
            }
            return days == 0 ? "reminder.due" : "reminder.upcoming";
        }
    }

    int basedOn() {
        if (version == null) {
            throw ApiProblem.bad("version", "restapi.refused.missing");
        }
        return version;
    }

    /** @param at where it stands in the body: empty, or a path that ends with a dot */
    Draft draft(String at) {
        if (steps == null) {
            throw ApiProblem.bad(at + "steps", "restapi.refused.missing");
        }
        var read = new ArrayList<DraftStep>();
        for (var step : steps) {
            var place = at + "steps[%d]".formatted(read.size());
            if (step == null) {
                throw ApiProblem.bad(place, "restapi.refused.missing");
            }
            read.add(step.draft(place));
        }
        return new Draft(
                Objects.requireNonNullElse(name, ""),
                read,
                minimums(at),
                Asked.word(grouping, Grouping.CUSTOMER, Grouping.class, at + "grouping"),
                escalation == null
                        ? null
                        : new EscalatedSender(
                                Objects.requireNonNullElse(escalation.name(), "")
                                        .strip(),
                                Objects.requireNonNullElse(escalation.replyTo(), "")
                                        .strip()));
    }

    private List<Money> minimums(String at) {
        var read = new ArrayList<Money>();
        for (var minimum : Objects.requireNonNullElse(minimums, List.<@Nullable MoneyJson>of())) {
            var place = at + "minimums[%d]".formatted(read.size());
            if (minimum == null) {
                throw ApiProblem.bad(place, "restapi.refused.money");
            }
            read.add(minimum.money(place));
        }
        return read;
    }

    /** The first of what is wrong, at its place in the body. */
    static ApiProblem refused(String at, List<PolicyProblem> problems) {
        var first = problems.getFirst();
        var step = first.position() == 0 ? "" : "steps[%d]".formatted(first.position() - 1);
        var field =
                switch (first.kind()) {
                    case NAME_MISSING, NAME_TOO_LONG, NAME_CHARACTERS -> "name";
                    case NO_STEPS, TOO_MANY_STEPS -> "steps";
                    case POSITION_WRONG -> step;
                    case OFFSET_OUT_OF_RANGE, OFFSET_TAKEN, OFFSET_OUT_OF_ORDER -> step + ".days";
                    case NOTHING_BEFORE -> step + ".anchor";
                    case CHANNELS_WRONG -> step + ".channels";
                    case TEMPLATE_WRONG -> step + ".template";
                    case MINIMUM_NOT_POSITIVE, MINIMUM_TWICE -> "minimums";
                    case ESCALATION_MISSING -> step + ".escalated";
                    case ESCALATION_WRONG -> "escalation";
                };
        return ApiProblem.bad(at + field, first.textKey());
    }
}
