package com.duemate.platform.restapi.v1.reminders;

import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.reminders.AssignmentRule;
import com.duemate.platform.reminders.Assignments.Assignment;
import com.duemate.platform.reminders.Condition;
import com.duemate.platform.reminders.PolicyId;
import com.duemate.platform.reminders.RuleProblem;
import com.duemate.platform.restapi.ApiBody;
import com.duemate.platform.restapi.ApiProblem;
import com.duemate.platform.restapi.Asked;
import com.duemate.platform.restapi.MoneyJson;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which invoice follows which policy: the first rule that fits wins, else the default policy.
 *
 * @param version counted from 1; 0 where there never were rules
 */
@Schema(name = "AssignmentRules")
record RulesJson(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        Integer version,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        List<@Nullable RuleJson> rules)
        implements ApiBody {

    /** @param conditions all of them must hold */
    @Schema(name = "AssignmentRule")
    record RuleJson(
            @Nullable String name,
            @Nullable String policyId,
            @Nullable List<@Nullable ConditionJson> conditions) implements ApiBody {

        private static RuleJson of(AssignmentRule rule) {
            return new RuleJson(
                    rule.name(),
                    rule.policy().toString(),
                    rule.conditions().stream()
                            .<@Nullable ConditionJson>map(ConditionJson::of)
                            .toList());
        }

        private AssignmentRule rule(String at) {
            var read = new ArrayList<Condition>();
            for (var condition : Objects.requireNonNullElse(conditions, List.<@Nullable ConditionJson>of())) {
                var place = at + ".conditions[%d]".formatted(read.size());
                if (condition == null) {
                    throw ApiProblem.bad(place, "restapi.refused.missing");
                }
                read.add(condition.condition(place));
            }
            return new AssignmentRule(
                    Objects.requireNonNullElse(name, ""), read, new PolicyId(Asked.id(policyId, at + ".policyId")));
        }
    }

    /**
     * @param amount for {@code AMOUNT_...}
     * @param code of a currency, language or country
     * @param text for {@code ..._CONTAINS} and {@code ..._BEGINS}
     * @param least days or times, for {@code TERMS_AT_LEAST} and {@code PAID_LATE_AT_LEAST}
     * @param customerIds for {@code CUSTOMER_IS}
     */
    @Schema(name = "AssignmentCondition")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConditionJson(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "AMOUNT_AT_LEAST") @Nullable
            String kind,

            @Nullable MoneyJson amount,
            @Nullable String code,
            @Nullable String text,
            @Nullable Integer least,
            @Nullable List<@Nullable String> customerIds)
            implements ApiBody {

        private static ConditionJson of(Condition condition) {
            var kind = condition.kind().name();
            return switch (condition) {
                case Condition.Amount asked ->
                    new ConditionJson(kind, MoneyJson.of(asked.amount()), null, null, null, null);
                case Condition.Code asked -> new ConditionJson(kind, null, asked.code(), null, null, null);
                case Condition.Text asked -> new ConditionJson(kind, null, null, asked.text(), null, null);
                case Condition.Count asked -> new ConditionJson(kind, null, null, null, asked.least(), null);
                case Condition.OneOf asked ->
                    new ConditionJson(
                            kind,
                            null,
                            null,
                            null,
                            null,
                            asked.customers().stream()
                                    .<@Nullable String>map(CustomerId::toString)
                                    .toList());
            };
        }

        private Condition condition(String at) {
            var asked = Asked.word(kind, null, Condition.Kind.class, at + ".kind");
            var type = asked.asks();
            if (type == Condition.Amount.class) {
                return new Condition.Amount(asked, given(amount, at + ".amount").money(at + ".amount"));
            }
            if (type == Condition.Code.class) {
                return new Condition.Code(asked, given(code, at + ".code").strip());
            }
            if (type == Condition.Text.class) {
                return new Condition.Text(asked, given(text, at + ".text"));
            }
            if (type == Condition.Count.class) {
                return new Condition.Count(asked, given(least, at + ".least"));
            }
            return new Condition.OneOf(given(customerIds, at + ".customerIds").stream()
                    .map(id -> new CustomerId(Asked.id(id, at + ".customerIds")))
                    .toList());
        }

        private static <T> T given(@Nullable T value, String field) {
            if (value == null) {
                throw ApiProblem.bad(field, "restapi.refused.missing");
            }
            return value;
        }
    }

    static RulesJson of(Assignment assignment) {
        return new RulesJson(
                assignment.version(),
                assignment.rules().stream()
                        .<@Nullable RuleJson>map(RuleJson::of)
                        .toList());
    }

    int basedOn() {
        if (version == null) {
            throw ApiProblem.bad("version", "restapi.refused.missing");
        }
        return version;
    }

    List<AssignmentRule> draft() {
        if (rules == null) {
            throw ApiProblem.bad("rules", "restapi.refused.missing");
        }
        var read = new ArrayList<AssignmentRule>();
        for (var rule : rules) {
            var place = "rules[%d]".formatted(read.size());
            if (rule == null) {
                throw ApiProblem.bad(place, "restapi.refused.missing");
            }
            read.add(rule.rule(place));
        }
        return read;
    }

    /** The first of what is wrong, at its place in the body. */
    static ApiProblem refused(List<RuleProblem> problems) {
        var first = problems.getFirst();
        var field = first.field().equals("policy") ? "policyId" : first.field();
        if (first.rule() == 0) {
            return ApiProblem.bad(field, first.textKey());
        }
        var condition = first.condition() == 0 ? "" : "[%d]".formatted(first.condition() - 1);
        return ApiProblem.bad("rules[%d].%s%s".formatted(first.rule() - 1, field, condition), first.textKey());
    }
}
