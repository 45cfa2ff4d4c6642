package com.duemate.platform.reminders.internal;

import com.duemate.platform.reminders.InvalidPolicy;
import com.duemate.platform.reminders.Policies.Draft;
import com.duemate.platform.reminders.Policies.DraftStep;
import com.duemate.platform.reminders.PolicyId;
import com.duemate.platform.reminders.PolicyProblem;
import com.duemate.platform.reminders.PolicyProblem.Kind;
import com.duemate.platform.reminders.PolicyVersion;
import com.duemate.platform.reminders.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Makes policies of what somebody typed. */
final class PolicyDrafts {

    private PolicyDrafts() {}

    /** Everything wrong with it; what only whole policies can get wrong is looked at once every step stands by itself. */
    static List<PolicyProblem> problems(Draft draft) {
        var inSteps = new ArrayList<PolicyProblem>();
        var steps = new ArrayList<Step>();
        for (int i = 0; i < draft.steps().size(); i++) {
            try {
                steps.add(step(i + 1, draft.steps().get(i)));
            } catch (InvalidPolicy e) {
                inSteps.addAll(e.problems());
            }
        }
        var whole = PolicyVersion.problems(draft.name().strip(), steps, draft.minimums(), draft.escalation());
        if (inSteps.isEmpty()) {
            return whole;
        }
        return Stream.concat(
                        whole.stream().filter(problem -> problem.position() == 0 && problem.kind() != Kind.NO_STEPS),
                        inSteps.stream())
                .toList();
    }

    /** @throws InvalidPolicy with everything that is wrong */
    static PolicyVersion version(PolicyId id, int version, Draft draft) {
        var steps = new ArrayList<Step>();
        draft.steps().forEach(each -> steps.add(step(steps.size() + 1, each)));
        return new PolicyVersion(
                id, version, draft.name().strip(), steps, draft.minimums(), draft.grouping(), draft.escalation());
    }

    private static Step step(int position, DraftStep draft) {
        return new Step(
                position,
                draft.timing(),
                draft.channels(),
                draft.template(),
                draft.tone(),
                draft.catchUp(),
                draft.escalated());
    }
}
