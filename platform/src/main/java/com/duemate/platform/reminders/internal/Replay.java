package com.duemate.platform.reminders.internal;

import com.duemate.platform.reminders.Decision;
import com.duemate.platform.reminders.PolicyVersion;
import com.duemate.platform.reminders.StepKey;
import com.duemate.platform.reminders.internal.Standing.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One customer's past weighed again under a policy: time moves from one due step to the next. */
final class Replay {

    /** What a plan can ask for in all is below this; reaching it means that time does not move. */
    private static final int MOST_WEIGHINGS = 100_000;

    private static final Duration CONTACTS_BACK = Duration.ofDays(9);

    private final Situation frame;
    private final Instant end;
    private final List<Life> lives = new ArrayList<>();
    private final List<Sent> sent = new ArrayList<>();
    private final List<Decision> ended = new ArrayList<>();
    private List<Instant> contacts = List.of();

    /** @param frame the customer and the rules; its time is where the replay begins, its items are not looked at */
    private Replay(Situation frame, PolicyVersion policy, List<PastInvoice> invoices, Instant end) {
        this.frame = frame;
        this.end = end;
        for (var invoice : invoices) {
            lives.add(new Life(invoice, policy));
        }
    }

    record Sent(Instant at, Reminder reminder) {}

    /** @param ended steps that came to nothing */
    record Outcome(List<Sent> sent, List<Decision> ended) {}

    static Outcome of(Situation frame, PolicyVersion policy, List<PastInvoice> invoices, Instant end) {
        return new Replay(frame, policy, invoices, end).play();
    }

    private Outcome play() {
        var now = frame.now();
        for (int i = 0; i < MOST_WEIGHINGS; i++) {
            var next = lives.stream()
                    .flatMap(life -> life.wakesAt.values().stream())
                    .min(Instant::compareTo);
            if (next.isEmpty() || !next.get().isBefore(end)) {
                return new Outcome(sent, ended);
            }
            now = next.get().isAfter(now) ? next.get() : now;
            weigh(now);
        }
        throw new IllegalStateException("a replay does not end");
    }

    private void weigh(Instant now) {
        var today = LocalDate.ofInstant(now, frame.debtor().zone());
        var issued = lives.stream()
                .filter(life -> !life.invoice.days().issuedOn().isAfter(today))
                .toList();
        contacts = contacts.stream()
                .filter(at -> at.isAfter(now.minus(CONTACTS_BACK)))
                .toList();
        var weighed = Weighing.weigh(new Situation(
                now,
                frame.tenant(),
                frame.hours(),
                frame.budget(),
                frame.debtor(),
                issued.stream().map(life -> life.item(now)).toList(),
                contacts));
        var decisions =
                weighed.decisions().stream().collect(Collectors.toMap(Decision::step, each -> each, (a, _) -> a));
        weighed.decisions().stream()
                .filter(each -> each.outcome() == com.duemate.platform.reminders.Outcome.SKIPPED)
                .forEach(ended::add);
        var reminder = weighed.reminder();
        if (reminder != null) {
            sent.add(new Sent(now, reminder));
            if (!reminder.channel().byHand()) {
                var more = new ArrayList<>(contacts);
                more.add(now);
                contacts = more;
            }
        }
        for (var life : issued) {
            if (reminder != null && reminder.invoices().contains(life.invoice.id())) {
                life.heardOn(today);
            }
            life.go(decisions);
        }
    }

    /** One invoice on its way through the replay. */
    private final class Life {

        private final PastInvoice invoice;
        private final PolicyVersion policy;
        private final Map<StepKey, Instant> wakesAt = new HashMap<>();
        private Plan plan;

        Life(PastInvoice invoice, PolicyVersion policy) {
            this.invoice = invoice;
            this.policy = policy;
            var whole = Plan.of(policy, 1, invoice.days());
            plan = whole.with(whole.waiting().stream()
                    .filter(step -> !step.day().isBefore(frame.today()))
                    .toList());
            go(Map.of());
        }

        OpenItem item(Instant now) {
            var open = invoice.openAt(now);
            var status = open.isPositive() ? Status.OPEN : Status.PAID;
            var days = invoice.days();
            return new OpenItem(
                    invoice.id(),
                    invoice.number(),
                    days.issuedOn(),
                    days.dueOn(),
                    open,
                    new Standing(status, false, null, false, false, false, null),
                    plan);
        }

        /** Steps that count from the last contact move. */
        void heardOn(LocalDate day) {
            var days = new PlanDays(invoice.days().issuedOn(), invoice.days().dueOn(), day).lay(policy);
            plan = plan.with(plan.waiting().stream()
                    .map(step -> days.get(step.position() - 1))
                    .toList());
        }

        void go(Map<StepKey, Decision> decisions) {
            var waiting = new ArrayList<PlannedStep>();
            wakesAt.clear();
            var issued = frame.times()
                    .dueAt(List.of(new PlannedStep(
                            policy.steps().getFirst(), invoice.days().issuedOn())))
                    .getFirst();
            var times = frame.times().dueAt(plan.waiting());
            for (int i = 0; i < times.size(); i++) {
                var step = plan.waiting().get(i);
                var key = new StepKey(invoice.id(), plan.cycle(), step.position());
                var decision = decisions.get(key);
                if (decision == null || !decision.outcome().isFinal()) {
                    waiting.add(step);
                    var own = times.get(i).isAfter(issued) ? times.get(i) : issued;
                    wakesAt.put(key, decision == null ? own : decision.until().orElseThrow());
                }
            }
            plan = plan.with(waiting);
        }
    }
}
