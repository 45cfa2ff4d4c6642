package com.duemate.platform.reminders.internal;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.reminders.Decision;
import com.duemate.platform.reminders.PolicyVersion;
import com.duemate.platform.reminders.StepKey;
import com.duemate.platform.reminders.internal.Standing.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One customer's past weighed again under a policy: time moves from one due step to the next. */
final class Replay {

    /** A customer that takes more than these is given up. */
    private static final int MOST_WEIGHINGS = 20_000;

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

    /** @param ended steps that came to nothing; @param complete false when it was given up on the way */
    record Outcome(List<Sent> sent, List<Decision> ended, boolean complete) {}

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
                return new Outcome(sent, ended, true);
            }
            now = next.get().isAfter(now) ? next.get() : now;
            weigh(now);
        }
        return new Outcome(sent, ended, false);
    }

    private void weigh(Instant now) {
        var today = LocalDate.ofInstant(now, frame.debtor().zone());
        var issued = lives.stream()
                .filter(life -> !life.invoice.days().issuedOn().isAfter(today))
                .toList();
        var left = new Situation(
                now,
                frame.tenant(),
                frame.hours(),
                frame.budget(),
                frame.debtor(),
                issued.stream().map(life -> life.item(now)).toList(),
                contacts.stream()
                        .filter(at -> at.isAfter(now.minus(CONTACTS_BACK)))
                        .toList());
        var decisions = new HashMap<StepKey, Decision>();
        var heard = new HashSet<InvoiceId>();
        for (boolean more = true; more; ) {
            var weighed = Weighing.weigh(left);
            weighed.decisions().forEach(decision -> decisions.put(decision.step(), decision));
            var reminder = weighed.reminder();
            if (reminder != null) {
                sent.add(new Sent(now, reminder));
                heard.addAll(reminder.invoices());
            }
            left = left.after(weighed);
            more = weighed.more();
        }
        contacts = left.contacts();
        decisions.values().stream()
                .filter(each -> each.outcome() == com.duemate.platform.reminders.Outcome.SKIPPED)
                .forEach(ended::add);
        issued.forEach(life -> life.go(decisions, heard.contains(life.invoice.id()) ? today : null));
    }

    /** One invoice on its way through the replay. */
    private final class Life {

        private final PastInvoice invoice;
        private final PolicyVersion policy;
        private final Map<StepKey, Instant> wakesAt = new HashMap<>();
        private Plan plan;
        private @Nullable LocalDate lastHeard;

        Life(PastInvoice invoice, PolicyVersion policy) {
            this.invoice = invoice;
            this.policy = policy;
            var whole = Plan.of(policy, 1, invoice.days());
            plan = whole.with(whole.waiting().stream()
                    .filter(step -> !step.day().isBefore(frame.today()))
                    .toList());
            go(Map.of(), null);
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

        /** @param heardOn the day, when it is asked for on this one; steps that count from there move */
        void go(Map<StepKey, Decision> decisions, @Nullable LocalDate heardOn) {
            if (heardOn != null) {
                lastHeard = heardOn;
            }
            var waiting = plan.waiting().stream()
                    .filter(step -> {
                        var decision = decisions.get(key(step));
                        return decision == null || !decision.outcome().isFinal();
                    })
                    .toList();
            plan = plan.with(laid(waiting));
            wakesAt.clear();
            var issued = frame.times().dueAt(invoice.days().issuedOn());
            var times = frame.times().dueAt(plan.waiting());
            for (int i = 0; i < times.size(); i++) {
                var step = plan.waiting().get(i);
                var own = times.get(i).isAfter(issued) ? times.get(i) : issued;
                var decision = decisions.get(key(step));
                wakesAt.put(key(step), decision == null ? own : decision.until().orElseThrow());
            }
        }

        private List<PlannedStep> laid(List<PlannedStep> waiting) {
            if (waiting.isEmpty()) {
                return waiting;
            }
            var days = new PlanDays(invoice.days().issuedOn(), invoice.days().dueOn(), lastHeard)
                    .lay(policy, waiting.getFirst().position());
            return waiting.stream().map(step -> days.get(step.position() - 1)).toList();
        }

        private StepKey key(PlannedStep step) {
            return new StepKey(invoice.id(), plan.cycle(), step.position());
        }
    }
}
