package com.duemate.platform.reminders;

import com.duemate.platform.kernel.Money;
import com.duemate.platform.kernel.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tenant's policies: when its customers are reminded, and how. */
public interface Policies {

    /** The default one first, then by name. A tenant that has none yet gets the standard one. */
    List<Policy> list();

    /** The policy as it stands; empty for an unknown one. */
    Optional<PolicyVersion> find(PolicyId id);

    /**
     * The policy as it stood from one change to the next, the newest first; empty for an unknown one.
     *
     * @throws com.duemate.platform.kernel.Cursor.BadCursor for a cursor that was never given out
     */
    Page<Kept> versions(PolicyId id, int limit, @Nullable String cursor);

    Outcome create(Draft draft);

    /**
     * Makes a new version. Running plans move over to it soon after: what is decided stays decided, days that have passed are
     * not made up for unless a step was waiting then, and everything later follows the new version.
     *
     * @param basedOn the version that was edited
     */
    Outcome change(PolicyId id, int basedOn, Draft draft);

    /** From now on new invoices that no rule of {@link Assignments} takes follow this policy; running plans stay with theirs. */
    Outcome makeDefault(PolicyId id);

    /**
     * @param running plans that follow it now
     * @param changedAt when its version was made
     */
    record Policy(PolicyVersion current, boolean isDefault, int running, Instant changedAt) {}

    record Kept(PolicyVersion policy, Instant madeAt) {}

    /**
     * A policy as somebody typed it; checked by the front desk.
     *
     * @param steps in the order of their days; the first is level 1
     * @param minimums at most one a currency
     * @param escalation null for nobody
     */
    record Draft(
            String name,
            List<DraftStep> steps,
            List<Money> minimums,
            Grouping grouping,
            @Nullable EscalatedSender escalation) {

        /** One that asks for all a customer owes at once, always in the tenant's own name. */
        public Draft(String name, List<DraftStep> steps, List<Money> minimums) {
            this(name, steps, minimums, Grouping.CUSTOMER, null);
        }

        public static Draft of(PolicyVersion policy) {
            return new Draft(
                    policy.name(),
                    policy.steps().stream().map(DraftStep::of).toList(),
                    policy.minimums(),
                    policy.grouping(),
                    policy.escalation());
        }
    }

    /** A {@link Step} without its position. */
    record DraftStep(
            Timing timing, List<StepChannel> channels, String template, Tone tone, CatchUp catchUp, boolean escalated) {

        /** As {@link Step#Step(int, int, StepChannel, String, Tone)}. */
        public DraftStep(int daysFromDue, StepChannel channel, String template, Tone tone) {
            this(Timing.due(daysFromDue), Step.reaching(channel), template, tone, CatchUp.COLLAPSE, false);
        }

        static DraftStep of(Step step) {
            return new DraftStep(
                    step.timing(), step.channels(), step.template(), step.tone(), step.catchUp(), step.escalated());
        }
    }

    /** What became of a command. */
    sealed interface Outcome {

        record Done(PolicyId id, int version) implements Outcome {}

        /** @param problems at least one, in the order of the steps */
        record Refused(List<PolicyProblem> problems) implements Outcome {}

        /** Somebody else changed the policy meanwhile. @param current the version it has now */
        record Outdated(int current) implements Outcome {}

        record Unknown() implements Outcome {}
    }
}
