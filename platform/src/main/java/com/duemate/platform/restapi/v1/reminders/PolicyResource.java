package com.duemate.platform.restapi.v1.reminders;

import com.duemate.platform.reminders.Policies;
import com.duemate.platform.reminders.Policies.Outcome;
import com.duemate.platform.reminders.PolicyId;
import com.duemate.platform.restapi.ApiProblem;
import com.duemate.platform.restapi.Asked;
import com.duemate.platform.restapi.ListJson;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/policies")
@Tag(name = "Reminder policies")
@OnRole(ServerRole.API)
class PolicyResource {

    private final Policies policies;

    PolicyResource(Policies policies) {
        this.policies = policies;
    }

    @GetMapping
    @Operation(summary = "All policies as they stand, the default one first; one page")
    ListJson<PolicyJson> list() {
        return new ListJson<>(policies.list().stream().map(PolicyJson::of).toList(), null);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One policy as it stands")
    PolicyJson get(@PathVariable String id) {
        return json(new PolicyId(Asked.id(id)));
    }

    @GetMapping("/{id}/versions")
    @Operation(summary = "A policy as it stood from one change to the next, newest first")
    ListJson<PolicyJson> versions(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var policy = new PolicyId(Asked.id(id));
        if (policies.find(policy).isEmpty()) {
            throw ApiProblem.notFound();
        }
        return ListJson.of(policies.versions(policy, Asked.limit(limit), cursor), PolicyJson::of);
    }

    @PostMapping
    @Operation(summary = "Make a policy; invoices follow it by rule, or once it is the default")
    ResponseEntity<PolicyJson> create(@RequestBody PolicyDraftJson body) {
        var id = done(policies.create(body.draft("")));
        return ResponseEntity.created(URI.create("/api/v1/policies/" + id)).body(json(id));
    }

    @PutMapping("/{id}")
    @Operation(
            summary =
                    "Make a new version of a policy; running plans move over to it, and what is decided stays decided")
    PolicyJson change(@PathVariable String id, @RequestBody PolicyDraftJson body) {
        return json(done(policies.change(new PolicyId(Asked.id(id)), body.basedOn(), body.draft(""))));
    }

    @PostMapping("/{id}/default")
    @Operation(summary = "From now on new invoices follow it that no rule takes; running plans stay with theirs")
    PolicyJson makeDefault(@PathVariable String id) {
        return json(done(policies.makeDefault(new PolicyId(Asked.id(id)))));
    }

    private PolicyJson json(PolicyId id) {
        return policies.list().stream()
                .filter(policy -> policy.current().id().equals(id))
                .findFirst()
                .map(PolicyJson::of)
                .orElseThrow(ApiProblem::notFound);
    }

    private static PolicyId done(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> done.id();
            case Outcome.Refused refused -> throw PolicyDraftJson.refused("", refused.problems());
            case Outcome.Outdated _ -> throw new ApiProblem(HttpStatus.CONFLICT, "version", "restapi.refused.outdated");
            case Outcome.Unknown _ -> throw ApiProblem.notFound();
        };
    }
}
