package com.duemate.platform.restapi.v1.reminders;

import com.duemate.platform.reminders.Backtests;
import com.duemate.platform.reminders.Backtests.Outcome;
import com.duemate.platform.reminders.Policies;
import com.duemate.platform.reminders.PolicyId;
import com.duemate.platform.restapi.ApiBody;
import com.duemate.platform.restapi.ApiProblem;
import com.duemate.platform.restapi.Asked;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Reminder policies")
@OnRole(ServerRole.API)
class BacktestResource {

    private final Backtests backtests;
    private final Policies policies;

    BacktestResource(Backtests backtests, Policies policies) {
        this.backtests = backtests;
        this.policies = policies;
    }

    /**
     * Either a policy that is there, as it stands, or one that is not.
     *
     * @param months so many whole months back from the end of yesterday
     */
    @Schema(name = "BacktestOrder")
    record Order(
            @Nullable String policyId,
            @Nullable PolicyDraftJson policy,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minimum = "1", maximum = "24") @Nullable
            Integer months)
            implements ApiBody {}

    @PostMapping("/api/v1/backtests")
    @Operation(summary = "Try a policy on your own past, by the rules that reminders are weighed with; sends nothing")
    BacktestJson run(@RequestBody Order order) {
        var months = order.months;
        if (months == null || months < 1 || months > Backtests.MAX_MONTHS) {
            throw ApiProblem.bad("months", "restapi.refused.months");
        }
        return switch (backtests.run(draft(order), months)) {
            case Outcome.Done done -> BacktestJson.of(done.report());
            case Outcome.Refused refused -> throw PolicyDraftJson.refused("policy.", refused.problems());
        };
    }

    private Policies.Draft draft(Order order) {
        if ((order.policyId == null) == (order.policy == null)) {
            throw ApiProblem.bad("policy", "restapi.refused.policyOrId");
        }
        if (order.policy != null) {
            return order.policy.draft("policy.");
        }
        return policies.find(new PolicyId(Asked.id(order.policyId, "policyId")))
                .map(Policies.Draft::of)
                .orElseThrow(() -> ApiProblem.bad("policyId", "restapi.refused.unknownPolicy"));
    }
}
