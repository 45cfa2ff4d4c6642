package com.duemate.platform.reminders.internal;

import com.duemate.platform.reminders.Decision;
import com.duemate.platform.reminders.Fact;
import com.duemate.platform.reminders.Grouping;
import com.duemate.platform.reminders.Reason;
import com.duemate.platform.reminders.Tone;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Weighs all of a customer's due steps at once: a pure function from a {@link Situation} to at most one message and decisions
 * for the steps that are due. Asked again with the same situation it answers the same.
 *
 * <p><b>One message.</b> The oldest invoice that is owed, not paused and still has steps <i>carries</i>: its latest due step sets
 * level, tone and template. The message lists every other invoice that is owed, not paused, and due or with a step for today;
 * their due steps are GROUPED. While the carrying invoice has no step due, steps of the others wait for its next one (CARRIED).
 * They wait rather than end, so that a level that was never sent is not lost when the carrying invoice is paid first: the next
 * oldest then carries, and its step is due. Invoices whose policy asks for each on its own stand outside of this: each carries
 * itself alone, and what one message leaves due is weighed again after it.
 *
 * <p><b>One step an invoice.</b> Of several due steps only the latest counts, and one that comes later today counts already: no
 * customer wants the seventh day's words on the morning of the fourteenth. A step that says so goes out late all the same, and the
 * later ones wait a day for it; one that says so is left out after its day. A step from before the due date never goes out after.
 *
 * <p><b>Which rules end a step, and which make it wait.</b> A tenant expects two things: what is not owed is never asked for, and
 * nothing that is owed falls silent for good because of something that passed.
 *
 * <ul>
 *   <li>Paid, void, written off: the plan ends, steps to come included. An invoice that opens again gets a plan of a new cycle.
 *   <li>Dispute, promise, payment plan, payment in flight, covering credit, hold, suspended tenant, no address: the step waits. A
 *       promise or a dated hold waits for the day after, all else for tomorrow, day by day. Whoever lifts the pause may have the
 *       customer weighed at once. Steps that fall due meanwhile take each other's place, so that one message goes out
 *       afterwards, at the level of the invoice's age.
 *   <li>Suppressed: the step ends. The customer refused; words held back must not reach them the moment they come back. Later
 *       steps are weighed afresh.
 *   <li>Below the minimum: the step ends. Later steps are weighed with what is open then.
 *   <li>Budget, days off, quiet hours: the step waits for the next time that is allowed.
 * </ul>
 *
 * <p><b>Advice</b> on the best hour moves a step within the hours of the day it goes out on anyway, and advice on the tone makes its
 * words one level softer, or harsher where the tenant allows it. It stops nothing and lets nothing out.
 */
final class Weighing {

    private final Situation situation;
    private final LocalDate today;
    private final List<Decision> decisions = new ArrayList<>();

    private Weighing(Situation situation) {
        this.situation = situation;
        this.today = situation.today();
    }

    static Weighed weigh(Situation situation) {
        return new Weighing(situation).weigh();
    }

    private Weighed weigh() {
        var owed = new ArrayList<Candidate>();
        for (var item : situation.items()) {
            weighAlone(item).ifPresent(owed::add);
        }
        owed.sort(Comparator.comparing(Candidate::item, OpenItem.OLDEST_FIRST));
        var groups = groups(owed);
        for (int i = 0; i < groups.size(); i++) {
            var reminder = weighTogether(groups.get(i));
            if (reminder != null) {
                var more = groups.subList(i + 1, groups.size()).stream()
                        .flatMap(List::stream)
                        .anyMatch(candidate -> candidate.due().isPresent());
                return new Weighed(reminder, List.copyOf(decisions), more);
            }
        }
        return new Weighed(null, List.copyOf(decisions), false);
    }

    /** Who shares a message, in the order of the oldest of each. */
    private static List<List<Candidate>> groups(List<Candidate> owed) {
        var groups = new ArrayList<List<Candidate>>();
        var together = new ArrayList<Candidate>();
        for (var candidate : owed) {
            if (candidate.item().plan().terms().grouping() == Grouping.INVOICE) {
                groups.add(List.of(candidate));
            } else {
                if (together.isEmpty()) {
                    groups.add(together);
                }
                together.add(candidate);
            }
        }
        return groups;
    }

    /** Decides what the invoice itself decides; present when a message may ask for it. */
    private Optional<Candidate> weighAlone(OpenItem item) {
        var closed = InvoiceGuard.first(InvoiceGuard.CLOSING, item, situation);
        if (closed.isPresent()) {
            item.plan().waiting().forEach(step -> decide(item, step, closed.get()));
            return Optional.empty();
        }
        var candidate = new Candidate(item, situation);
        candidate
                .missed()
                .forEach(step -> decide(item, step, Verdict.of(Reason.MISSED).with(Fact.MEANT_FOR, step.day())));
        candidate
                .latestToday()
                .ifPresent(latest -> candidate.superseded().forEach(step -> decide(item, step, supersededBy(latest))));
        candidate.due().ifPresent(first -> candidate.held().forEach(step -> decide(item, step, after(first))));
        candidate
                .due()
                .filter(step -> step.isBefore(item.dueOn()) && today.isAfter(item.dueOn()))
                .ifPresent(step -> {
                    decide(item, step, Verdict.of(Reason.PAST_DUE_DATE).with(Fact.DUE_ON, item.dueOn()));
                    candidate.dropDue();
                });
        var pause = InvoiceGuard.first(InvoiceGuard.PAUSING, item, situation);
        if (pause.isPresent()) {
            candidate.due().ifPresent(step -> decide(item, step, pause.get()));
            return Optional.empty();
        }
        return Optional.of(candidate);
    }

    private @Nullable Reminder weighTogether(List<Candidate> owed) {
        while (owed.stream().anyMatch(candidate -> candidate.due().isPresent())) {
            var carrier = owed.stream().filter(Candidate::hasSteps).findFirst().orElseThrow();
            var due = carrier.due();
            if (due.isEmpty()) {
                decideAllDue(
                        owed,
                        Verdict.of(Reason.CARRIED)
                                .with(Fact.INVOICE, carrier.item().number())
                                .with(Fact.UNTIL, carrier.next().orElseThrow()));
                return null;
            }
            var draft = Draft.of(carrier.item(), due.get(), listed(carrier, owed), situation.debtor());
            var objection = MessageGuard.first(draft, situation);
            if (objection.isEmpty()) {
                return send(draft, owed);
            }
            if (!objection.get().isFinal()) {
                decideAllDue(owed, objection.get());
                return null;
            }
            decide(carrier.item(), due.get(), objection.get());
            carrier.dropDue();
        }
        return null;
    }

    private List<OpenItem> listed(Candidate carrier, List<Candidate> owed) {
        return owed.stream()
                .filter(candidate -> candidate.item().equals(carrier.item())
                        || !candidate.item().dueOn().isAfter(today)
                        || candidate.latestToday().isPresent())
                .map(Candidate::item)
                .toList();
    }

    private Reminder send(Draft draft, List<Candidate> owed) {
        var carrier = draft.carrier();
        var step = draft.step();
        decide(carrier, draft.planned(), sent(draft));
        var grouped =
                Verdict.of(Reason.LISTED).with(Fact.INVOICE, carrier.number()).with(Fact.LEVEL, step.position());
        for (var candidate : owed) {
            if (!candidate.item().equals(carrier)) {
                groupToday(candidate, grouped);
            }
        }
        return new Reminder(
                carrier.key(draft.planned()),
                draft.channel(),
                tone(draft),
                step.template(),
                draft.listed().stream().map(OpenItem::id).toList(),
                situation.tenant().captures(),
                step.escalated() ? carrier.plan().terms().escalation() : null);
    }

    /** Steps that come later today are done with this message too: the customer hears of their invoice now. */
    private void groupToday(Candidate candidate, Verdict grouped) {
        candidate.latestToday().ifPresent(latest -> {
            for (var step : candidate.laterToday()) {
                if (!step.equals(latest)) {
                    decide(candidate.item(), step, supersededBy(latest));
                }
            }
            decide(candidate.item(), latest, grouped);
        });
    }

    private void decideAllDue(List<Candidate> owed, Verdict verdict) {
        for (var candidate : owed) {
            candidate.due().ifPresent(step -> decide(candidate.item(), step, verdict));
        }
    }

    private void decide(OpenItem item, PlannedStep step, Verdict verdict) {
        decisions.add(verdict.on(item.key(step)));
    }

    private static Verdict supersededBy(PlannedStep later) {
        return Verdict.of(Reason.SUPERSEDED_BY_LATER_STEP).with(Fact.LATER_LEVEL, later.position());
    }

    private Verdict after(PlannedStep earlier) {
        return Verdict.of(Reason.AFTER_EARLIER_STEP)
                .with(Fact.LEVEL, earlier.position())
                .with(Fact.UNTIL, situation.dayAfter(today));
    }

    /** Words in somebody's own name are theirs, and a task has none. */
    private Tone tone(Draft draft) {
        var step = draft.step();
        return step.escalated() || draft.channel().byHand()
                ? step.tone()
                : situation.debtor().advice().tone(step.tone());
    }

    private Verdict sent(Draft draft) {
        var step = draft.step();
        var other = draft.channel() != step.channel();
        var verdict = draft.channel().byHand()
                ? Verdict.of(other ? Reason.HANDED_OVER_INSTEAD : Reason.HANDED_OVER)
                : advised(
                        Verdict.of(other ? Reason.STEP_DUE_OTHER_CHANNEL : Reason.STEP_DUE)
                                .with(Fact.TONE, tone(draft)),
                        draft);
        verdict = verdict.with(Fact.LEVEL, step.position()).with(Fact.CHANNEL, draft.channel());
        return other ? verdict.with(Fact.WANTED_CHANNEL, step.channel()) : verdict;
    }

    /** An hour is told of when the message goes out by it, not where something else has put it off. */
    private Verdict advised(Verdict verdict, Draft draft) {
        var advice = situation.debtor().advice();
        var told = verdict;
        if (advice.arm().isPresent()) {
            told = told.with(Fact.ARM, advice.arm().get());
        }
        var hour = advice.hour(situation.hours());
        if (hour.isPresent() && isWithinTheHourAfter(hour.get())) {
            var usual = advice.usualHours().orElseThrow();
            told = told.with(Fact.AT, hour.get())
                    .with(Fact.USUAL_FROM, usual.begins())
                    .with(Fact.USUAL_TO, usual.ends());
        }
        return tone(draft) == draft.step().tone()
                ? told
                : told.with(Fact.POLICY_TONE, draft.step().tone());
    }

    private boolean isWithinTheHourAfter(LocalTime hour) {
        var late = Duration.between(
                hour, LocalTime.ofInstant(situation.now(), situation.debtor().zone()));
        return !late.isNegative() && late.compareTo(Duration.ofHours(1)) < 0;
    }
}
