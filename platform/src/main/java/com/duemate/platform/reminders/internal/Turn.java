package com.duemate.platform.reminders.internal;

import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.reminders.Decision;
import com.duemate.platform.reminders.Outcome;
import com.duemate.platform.reminders.Reason;
import com.duemate.platform.reminders.StepKey;
import com.duemate.platform.reminders.safety.Brakes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Weighs some customers of a tenant and writes down what came of it, in the caller's one transaction: messages, decisions, the
 * time of what waits. Whoever holds a customer's lock decides from what is committed then, so that of two workers who both saw a
 * step due the first decides it; the second finds nothing due any more.
 */
@Component
class Turn {

    private static final Set<Reason> CLOSING = EnumSet.of(Reason.PAID, Reason.VOID, Reason.WRITTEN_OFF);

    /** By so many at most a circuit learns too late; the customers left over are weighed in the tenant's next turn. */
    private static final int MOST_MESSAGES = 50;

    private final Dossiers dossiers;
    private final Carriers carriers;
    private final StepRows steps;
    private final Brakes brakes;

    Turn(Dossiers dossiers, Carriers carriers, StepRows steps, Brakes brakes) {
        this.dossiers = dossiers;
        this.carriers = carriers;
        this.steps = steps;
        this.brakes = brakes;
    }

    /** Those of these, held by this transaction (see {@link CustomerLocks}), that still have something due; some of them while others may still send. */
    Set<CustomerId> weigh(Set<CustomerId> held, Instant now) {
        var outcome = new Outcomes(held.size() > 1);
        var weighed = new HashSet<CustomerId>();
        var all = List.copyOf(held);
        for (int i = 0; i < all.size() && outcome.messages < MOST_MESSAGES; i += MOST_MESSAGES) {
            weigh(all.subList(i, Math.min(i + MOST_MESSAGES, all.size())), now, outcome, weighed);
        }
        outcome.write(now);
        brakes.count(outcome.messages, now);
        return weighed;
    }

    private void weigh(List<CustomerId> some, Instant now, Outcomes outcome, Set<CustomerId> weighed) {
        var gone = new HashSet<>(some);
        for (var dossier : dossiers.load(some, now)) {
            gone.remove(dossier.customer());
            if (outcome.messages < MOST_MESSAGES
                    && dossier.rows().stream().anyMatch(row -> !row.wakesAt().isAfter(now))) {
                weigh(dossier.with(dossier.situation().after(outcome.messages)), outcome);
                weighed.add(dossier.customer());
            }
        }
        steps.forget(gone);
    }

    private void weigh(Dossier dossier, Outcomes outcome) {
        var decided = new HashMap<StepKey, Decided>();
        var situation = dossier.situation();
        boolean more = true;
        while (more) {
            var weighed = Weighing.weigh(situation);
            var reminder = weighed.reminder();
            var carrier =
                    reminder == null ? Optional.<Carrier>empty() : carriers.make(dossier, reminder, outcome.together);
            if (reminder != null && carrier.isEmpty()) {
                situation = situation.suppressing(reminder.channel());
                continue;
            }
            weighed.decisions()
                    .forEach(decision -> decided.put(decision.step(), new Decided(decision, carrier.orElse(null))));
            int sent = carrier.filter(each -> !(each instanceof Carrier.Task)).isPresent() ? 1 : 0;
            outcome.messages += sent;
            situation = situation.after(weighed).after(sent);
            more = weighed.more();
        }
        outcome.add(dossier, decided);
    }

    /** @param carrier what went out in this weighing; null when nothing did */
    private record Decided(Decision decision, @Nullable Carrier carrier) {}

    /** What is to be written for all customers of the turn. */
    private final class Outcomes {

        private final List<StepRows.Final> finals = new ArrayList<>();
        private final List<StepRows.Later> later = new ArrayList<>();
        private final List<StepKey> orphans = new ArrayList<>();
        private final List<StepKey> done = new ArrayList<>();
        private final List<StepKey> closed = new ArrayList<>();
        private final @Nullable List<ReminderMessages.Draft> together;
        private int messages;

        /** @param together whether messages are written together; where one of them is refused, each customer is weighed alone */
        Outcomes(boolean together) {
            this.together = together ? new ArrayList<>() : null;
        }

        void add(Dossier dossier, Map<StepKey, Decided> decided) {
            var places = dossier.rows().stream().collect(Collectors.toMap(StepRow::key, StepRow::place));
            var decisions = new HashMap<StepKey, Decision>();
            decided.forEach((key, each) -> {
                decisions.put(key, each.decision);
                if (each.decision.outcome().isFinal()) {
                    var carries = each.decision.outcome() == Outcome.SKIPPED ? null : each.carrier;
                    finals.add(new StepRows.Final(
                            dossier.customer(), each.decision, Objects.requireNonNull(places.get(key)), carries));
                }
            });
            var times = times(dossier.situation());
            for (var row : dossier.rows()) {
                var own = times.get(row.key());
                var decision = decisions.get(row.key());
                if (own == null) {
                    orphans.add(row.key());
                } else if (decision == null) {
                    if (!own.equals(row.wakesAt()) || row.reason() != null) {
                        later.add(new StepRows.Later(row.key(), own, null));
                    }
                } else if (!decision.outcome().isFinal()) {
                    later.add(new StepRows.Later(row.key(), decision.until().orElseThrow(), decision));
                }
            }
            dossier.situation().items().forEach(item -> finish(item, decisions));
        }

        /** When each step goes out if nothing stands in its way. */
        private static Map<StepKey, Instant> times(Situation situation) {
            var times = new HashMap<StepKey, Instant>();
            for (var item : situation.items()) {
                var steps = item.plan().waiting();
                var at = situation.times().dueAt(steps);
                for (int i = 0; i < steps.size(); i++) {
                    times.put(item.key(steps.get(i)), at.get(i));
                }
            }
            return times;
        }

        private void finish(OpenItem item, Map<StepKey, Decision> decisions) {
            var decided = new ArrayList<Decision>();
            for (var step : item.plan().waiting()) {
                var decision = decisions.get(item.key(step));
                if (decision == null || !decision.outcome().isFinal()) {
                    return;
                }
                decided.add(decision);
            }
            if (!decided.isEmpty()) {
                var last = decided.getLast();
                (CLOSING.contains(last.reason()) ? closed : done).add(last.step());
            }
        }

        void write(Instant now) {
            steps.decide(written(), now);
            steps.remove(orphans);
            steps.postpone(later);
            steps.finish(done, KeptPlan.State.DONE);
            steps.finish(closed, KeptPlan.State.CLOSED);
        }

        private List<StepRows.Final> written() {
            if (together == null) {
                return finals;
            }
            var ids = carriers.write(together);
            return finals.stream()
                    .map(each -> each.carrier() instanceof Carrier.Planned(int number)
                            ? each.with(new Carrier.Message(ids.get(number)))
                            : each)
                    .toList();
        }
    }
}
