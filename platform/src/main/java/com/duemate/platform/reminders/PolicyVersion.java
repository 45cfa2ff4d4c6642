package com.duemate.platform.reminders;

import com.duemate.platform.kernel.EmailAddress;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.kernel.OneLine;
import com.duemate.platform.reminders.PolicyProblem.Kind;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;

/**
 * A policy as it stood from one edit to the next; never changed, only followed by a higher version.
 *
 * @param version counted from 1
 * @param steps 1 to 20, positions 1, 2, 3, ..., those with the same anchor on days strictly ascending
 * @param minimums at most one a currency, positive: what a message must ask for in total to be worth sending
 * @param escalation in whose name escalated steps are written; null when no step is
 */
public record PolicyVersion(
        PolicyId id,
        int version,
        String name,
        List<Step> steps,
        List<Money> minimums,
        Grouping grouping,
        @Nullable EscalatedSender escalation) {

    public static final int MAX_STEPS = 20;
    public static final int MAX_NAME_LENGTH = 80;

    /** @throws InvalidPolicy with everything that is wrong */
    public PolicyVersion {
        steps = List.copyOf(steps);
        minimums = List.copyOf(minimums);
        var problems = problems(name, steps, minimums, escalation);
        if (!problems.isEmpty()) {
            throw new InvalidPolicy(problems);
        }
        if (version < 1) {
            throw new IllegalArgumentException("versions count from 1");
        }
    }

    /** One that asks for all a customer owes at once, always in the tenant's own name. */
    public PolicyVersion(PolicyId id, int version, String name, List<Step> steps, List<Money> minimums) {
        this(id, version, name, steps, minimums, Grouping.CUSTOMER, null);
    }

    /** What a tenant starts with: three days before, on the day, then after 7, 14 and 30 days, by e-mail. */
    public static PolicyVersion standard(PolicyId id, String name) {
        return new PolicyVersion(
                id,
                1,
                name,
                List.of(
                        new Step(1, -3, StepChannel.EMAIL, "reminder.upcoming", Tone.FRIENDLY),
                        new Step(2, 0, StepChannel.EMAIL, "reminder.due", Tone.FRIENDLY),
                        new Step(3, 7, StepChannel.EMAIL, "reminder.overdue", Tone.NEUTRAL),
                        new Step(4, 14, StepChannel.EMAIL, "reminder.overdue", Tone.FIRM),
                        new Step(5, 30, StepChannel.EMAIL, "reminder.last", Tone.FIRM)),
                List.of());
    }

    /** Everything wrong with a policy made of these parts, in the order of its steps; empty when nothing is. */
    public static List<PolicyProblem> problems(
            String name, List<Step> steps, List<Money> minimums, @Nullable EscalatedSender escalation) {
        var problems = new ArrayList<PolicyProblem>();
        if (!OneLine.isVisible(name)) {
            problems.add(new PolicyProblem(Kind.NAME_MISSING, 0));
        } else if (name.length() > MAX_NAME_LENGTH) {
            problems.add(new PolicyProblem(Kind.NAME_TOO_LONG, 0));
        } else if (!OneLine.fits(name)) {
            problems.add(new PolicyProblem(Kind.NAME_CHARACTERS, 0));
        }
        if (steps.isEmpty()) {
            problems.add(new PolicyProblem(Kind.NO_STEPS, 0));
        } else if (steps.size() > MAX_STEPS) {
            problems.add(new PolicyProblem(Kind.TOO_MANY_STEPS, 0));
        }
        addStepProblems(steps, problems);
        addEscalationProblems(steps, escalation, problems);
        var currencies = new HashSet<Currency>();
        for (var minimum : minimums) {
            if (!minimum.isPositive()) {
                problems.add(new PolicyProblem(Kind.MINIMUM_NOT_POSITIVE, 0));
            }
            if (!currencies.add(minimum.currency())) {
                problems.add(new PolicyProblem(Kind.MINIMUM_TWICE, 0));
            }
        }
        return problems;
    }

    private static void addStepProblems(List<Step> steps, List<PolicyProblem> problems) {
        var taken = new HashSet<Entry<Anchor, Integer>>();
        var highest = new EnumMap<Anchor, Integer>(Anchor.class);
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var timing = step.timing();
            if (step.position() != i + 1) {
                problems.add(new PolicyProblem(Kind.POSITION_WRONG, step.position()));
            }
            if (timing.anchor() == Anchor.LAST_CONTACT) {
                if (i == 0) {
                    problems.add(new PolicyProblem(Kind.NOTHING_BEFORE, step.position()));
                }
                continue;
            }
            int before = highest.getOrDefault(timing.anchor(), Integer.MIN_VALUE);
            if (!taken.add(Map.entry(timing.anchor(), timing.days()))) {
                problems.add(new PolicyProblem(Kind.OFFSET_TAKEN, step.position()));
            } else if (timing.days() < before) {
                problems.add(new PolicyProblem(Kind.OFFSET_OUT_OF_ORDER, step.position()));
            }
            highest.put(timing.anchor(), Math.max(before, timing.days()));
        }
    }

    private static void addEscalationProblems(
            List<Step> steps, @Nullable EscalatedSender escalation, List<PolicyProblem> problems) {
        if (escalation == null) {
            steps.stream()
                    .filter(Step::escalated)
                    .findFirst()
                    .ifPresent(step -> problems.add(new PolicyProblem(Kind.ESCALATION_MISSING, step.position())));
            return;
        }
        var name = escalation.name();
        if (!OneLine.isVisible(name)
                || !OneLine.fits(name)
                || name.length() > EscalatedSender.MAX_NAME_LENGTH
                || EmailAddress.parse(escalation.replyTo()).isEmpty()) {
            problems.add(new PolicyProblem(Kind.ESCALATION_WRONG, 0));
        }
    }
}
