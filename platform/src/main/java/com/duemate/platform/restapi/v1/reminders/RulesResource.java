package com.duemate.platform.restapi.v1.reminders;

import com.duemate.platform.reminders.AssignmentRule;
import com.duemate.platform.reminders.Assignments;
import com.duemate.platform.reminders.Assignments.Outcome;
import com.duemate.platform.restapi.ApiBody;
import com.duemate.platform.restapi.ApiProblem;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/assignment-rules")
@Tag(name = "Reminder policies")
@OnRole(ServerRole.API)
class RulesResource {

    private final Assignments assignments;

    RulesResource(Assignments assignments) {
        this.assignments = assignments;
    }

    /** @param version of the rules that running plans shall follow */
    @Schema(name = "RulesToFollow")
    record MoveBody(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            Integer version) implements ApiBody {}

    @GetMapping
    @Operation(summary = "The rules that give invoices their policies, in their order")
    RulesJson get() {
        return RulesJson.of(assignments.current());
    }

    @PutMapping
    @Operation(summary = "Replace the rules; running plans stay with their policies")
    RulesJson replace(@RequestBody RulesJson body) {
        done(assignments.replace(body.basedOn(), body.draft()));
        return get();
    }

    @PostMapping("/preview")
    @Operation(summary = "Which open invoices such rules would take; changes nothing, and version may be missing")
    RulesPreviewJson preview(@RequestBody RulesJson body) {
        var rules = body.draft();
        var problems = AssignmentRule.problems(rules);
        if (!problems.isEmpty()) {
            throw RulesJson.refused(problems);
        }
        return RulesPreviewJson.of(assignments.preview(rules));
    }

    @PostMapping("/move")
    @Operation(summary = "Move running plans whose invoices would get another policy now, soon after")
    RulesJson move(@RequestBody MoveBody body) {
        if (body.version == null) {
            throw ApiProblem.bad("version", "restapi.refused.missing");
        }
        done(assignments.moveRunning(body.version));
        return get();
    }

    private static void done(Outcome outcome) {
        switch (outcome) {
            case Outcome.Done _ -> {}
            case Outcome.Refused refused -> throw RulesJson.refused(refused.problems());
            case Outcome.Outdated _ -> throw new ApiProblem(HttpStatus.CONFLICT, "version", "restapi.refused.outdated");
        }
    }
}
