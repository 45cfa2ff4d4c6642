package com.duemate.platform.reminders.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.reminders.CatchUp;
import com.duemate.platform.reminders.ContactBudget;
import com.duemate.platform.reminders.Decision;
import com.duemate.platform.reminders.Grouping;
import com.duemate.platform.reminders.Outcome;
import com.duemate.platform.reminders.Reason;
import com.duemate.platform.reminders.SendHours;
import com.duemate.platform.reminders.StepChannel;
import com.duemate.platform.reminders.StepKey;
import com.duemate.platform.reminders.internal.Standing.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One customer, the clock, and an engine reduced to what it does to steps: weighs when one is due or asked to, keeps final
 * decisions, gives a step that waits its new time. After every weighing it holds the result against the promises.
 */
final class Rehearsal {

    record Sent(Instant at, Reminder reminder) {}

    private final List<Instant> earlierContacts = new ArrayList<>();

    final List<SampleInvoice> invoices = new ArrayList<>();
    final List<Sent> sent = new ArrayList<>();
    final Map<StepKey, Decision> decided = new LinkedHashMap<>();
    final Map<StepKey, Decision> waiting = new HashMap<>();
    SendHours hours = SendHours.STANDARD;
    ContactBudget budget = ContactBudget.STANDARD;
    TenantState tenant = TenantState.LIVE;
    Debtor debtor;
    Instant now;

    private final Map<InvoiceId, Integer> levels = new HashMap<>();

    Rehearsal(String zone, String localNow) {
        debtor = new Debtor(ZoneId.of(zone), Set.of(StepChannel.values()), Set.of(), null);
        now = LocalDateTime.parse(localNow).atZone(debtor.zone()).toInstant();
    }

    SampleInvoice add(SampleInvoice invoice) {
        invoices.add(invoice);
        return invoice;
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, debtor.zone());
    }

    /** Somebody wrote to the customer then, for another reason. */
    void contactedAt(Instant at) {
        earlierContacts.add(at);
    }

    /** Lets time pass hour by hour, the engine running, until the customer's clock shows this. */
    void walkTo(String localTime) {
        var end = LocalDateTime.parse(localTime).atZone(debtor.zone()).toInstant();
        walk(Duration.ofHours(1), end);
    }

    void walk(Duration pace, Instant end) {
        while (now.isBefore(end)) {
            now = now.plus(pace).isAfter(end) ? end : now.plus(pace);
            engineTurn();
        }
    }

    /** Lets time pass with an engine that wakes at the very moment a step is due, until none is left before the end. */
    void walkFromStepToStep(Instant end) {
        for (var next = nextStep(); next.isPresent() && !next.get().isAfter(end); next = nextStep()) {
            now = next.get().isAfter(now) ? next.get() : now;
            weigh();
        }
    }

    private Optional<Instant> nextStep() {
        return invoices.stream()
                .flatMap(invoice -> invoice.waiting.stream().map(step -> at(invoice, step)))
                .min(Comparator.naturalOrder());
    }

    /** Lets time pass with the engine down. */
    void sleepTo(String localTime) {
        now = LocalDateTime.parse(localTime).atZone(debtor.zone()).toInstant();
    }

    void engineTurn() {
        if (nextStep().filter(next -> !next.isAfter(now)).isPresent()) {
            weigh();
        }
    }

    /** Until nothing more is due; the first weighing of these is what is told. Steps no weighing speaks of have their own time. */
    Weighed weigh() {
        waiting.clear();
        var situation = situation();
        var first = weigh(situation);
        for (var last = first; last.more(); ) {
            situation = situation.after(last);
            last = weigh(situation);
        }
        return first;
    }

    private Weighed weigh(Situation situation) {
        var weighed = Weighing.weigh(situation);
        hold(weighed, situation);
        for (var decision : weighed.decisions()) {
            if (decision.outcome().isFinal()) {
                decided.put(decision.step(), decision);
                waiting.remove(decision.step());
                invoices.stream()
                        .filter(invoice -> invoice.id().equals(decision.step().invoice()))
                        .forEach(invoice -> invoice.waiting.removeIf(
                                step -> step.position() == decision.step().position()));
            } else {
                waiting.put(decision.step(), decision);
            }
        }
        var reminder = weighed.reminder();
        if (reminder != null) {
            sent.add(new Sent(now, reminder));
            invoices.stream()
                    .filter(invoice -> reminder.invoices().contains(invoice.id()))
                    .forEach(invoice -> invoice.heard(today()));
        }
        return weighed;
    }

    Situation situation() {
        return new Situation(
                now,
                tenant,
                hours,
                budget,
                debtor,
                invoices.stream().map(SampleInvoice::item).toList(),
                contacts()
                        .filter(at -> at.isAfter(now.minus(Duration.ofDays(9))))
                        .toList());
    }

    private Stream<Instant> contacts() {
        return Stream.concat(
                earlierContacts.stream(),
                sent.stream()
                        .filter(each -> !each.reminder().channel().byHand())
                        .map(Sent::at));
    }

    Reason reason(SampleInvoice invoice, int position) {
        var key = new StepKey(invoice.id(), invoice.cycle, position);
        var decision = decided.containsKey(key) ? decided.get(key) : waiting.get(key);
        assertThat(decision)
                .as("decision on step %s of %s", position, invoice.number)
                .isNotNull();
        return decision.reason();
    }

    /** Messages as "2026-03-07 10:00 R-1/1 [R-1, R-2]". */
    List<String> letters() {
        var numbers = new HashMap<InvoiceId, String>();
        invoices.forEach(invoice -> numbers.put(invoice.id(), invoice.number));
        return sent.stream()
                .map(letter -> LocalDateTime.ofInstant(letter.at(), debtor.zone())
                                .toString()
                                .replace('T', ' ')
                        + " " + numbers.get(letter.reminder().level().invoice())
                        + "/" + letter.reminder().level().position()
                        + " "
                        + letter.reminder().invoices().stream()
                                .map(numbers::get)
                                .toList())
                .toList();
    }

    private Instant at(SampleInvoice invoice, PlannedStep step) {
        var waits = waiting.get(invoice.item().key(step));
        return waits == null
                ? situation().times().dueAt(invoice.waiting).get(invoice.waiting.indexOf(step))
                : waits.until().orElseThrow();
    }

    private void hold(Weighed weighed, Situation situation) {
        var times = situation.times();
        var seen = new HashSet<StepKey>();
        for (var decision : weighed.decisions()) {
            assertThat(seen.add(decision.step()))
                    .as("decided twice: %s", decision)
                    .isTrue();
            assertThat(decided).doesNotContainKey(decision.step());
            decision.until().ifPresent(until -> assertThat(until).isAfter(now));
        }
        for (var item : situation.items()) {
            var steps = item.plan().waiting();
            var at = times.dueAt(steps);
            for (int i = 0; i < steps.size(); i++) {
                if (!weighed.more()
                        && !seen.contains(item.key(steps.get(i)))
                        && !at.get(i).isAfter(now)) {
                    fail("due and not decided: " + item.key(steps.get(i)));
                }
                holdCatchUp(steps.get(i), item, at.get(i), weighed);
            }
        }
        var reminder = weighed.reminder();
        var keys = weighed.decisions().stream()
                .filter(decision -> decision.outcome() == Outcome.SENT || decision.outcome() == Outcome.HANDED_OVER)
                .map(Decision::step)
                .toList();
        assertThat(keys).isEqualTo(reminder == null ? List.of() : List.of(reminder.level()));
        if (reminder != null) {
            holdReminder(reminder, weighed, times);
        }
    }

    private void holdReminder(Reminder reminder, Weighed weighed, SendTimes times) {
        var local = LocalDateTime.ofInstant(now, debtor.zone());
        assertThat(local.toLocalTime()).isBetween(hours.opens(), hours.closes());
        assertThat(local.toLocalTime()).isNotEqualTo(hours.closes());
        assertThat(hours.dayOff(local.toLocalDate())).isFalse();
        if (!reminder.channel().byHand()) {
            holdBudget(local.toLocalDate());
        }

        assertThat(tenant.suspended()).isFalse();
        assertThat(debtor.suppressed()).doesNotContain(reminder.channel());
        assertThat(reminder.invoices())
                .doesNotHaveDuplicates()
                .contains(reminder.level().invoice());
        for (var invoice : invoices) {
            if (reminder.invoices().contains(invoice.id())) {
                assertThat(invoice.status).as(invoice.number).isEqualTo(Status.OPEN);
                assertThat(invoice.paused(today())).as(invoice.number).isFalse();
            } else if (sharesMessages(invoice, reminder)
                    && !invoice.dueOn.isAfter(today())
                    && invoice.status == Status.OPEN) {
                assertThat(invoice.paused(today()))
                        .as("left out: %s", invoice.number)
                        .isTrue();
            }
            if (reminder.level().invoice().equals(invoice.id())) {
                var step = invoice.waiting.stream()
                        .filter(planned ->
                                planned.position() == reminder.level().position())
                        .findFirst()
                        .orElseThrow();
                assertThat(times.dueAt(invoice.waiting).get(invoice.waiting.indexOf(step)))
                        .as("early")
                        .isBeforeOrEqualTo(now);
                assertThat(step.isBefore(invoice.dueOn) && today().isAfter(invoice.dueOn))
                        .isFalse();
            }
        }
        var before = levels.put(reminder.level().invoice(), reminder.level().position());
        assertThat(before == null || before < reminder.level().position())
                .as("level went back")
                .isTrue();
        weighed.decisions().stream()
                .filter(decision -> decision.outcome() == Outcome.GROUPED)
                .forEach(decision ->
                        assertThat(reminder.invoices()).contains(decision.step().invoice()));
    }

    private boolean sharesMessages(SampleInvoice invoice, Reminder reminder) {
        return invoice.policy.grouping() == Grouping.CUSTOMER
                && invoices.stream()
                        .filter(each -> each.id().equals(reminder.level().invoice()))
                        .allMatch(carrier -> carrier.policy.grouping() == Grouping.CUSTOMER);
    }

    private void holdCatchUp(PlannedStep step, OpenItem item, Instant at, Weighed weighed) {
        for (var decision : weighed.decisions()) {
            if (!decision.step().equals(item.key(step))) {
                continue;
            }
            if (decision.outcome() == Outcome.SENT && step.step().catchUp() == CatchUp.SKIP) {
                assertThat(LocalDate.ofInstant(at, debtor.zone()))
                        .as("sent after its day")
                        .isEqualTo(today());
            }
            if (decision.reason() == Reason.SUPERSEDED_BY_LATER_STEP
                    && step.step().catchUp() == CatchUp.SEND_LATE
                    && !at.isAfter(now)) {
                assertThat(step.isBefore(item.dueOn()) && today().isAfter(item.dueOn()))
                        .as("late step passed over: %s", decision)
                        .isTrue();
            }
        }
    }

    private void holdBudget(LocalDate today) {
        var days = contacts().map(at -> LocalDate.ofInstant(at, debtor.zone())).toList();
        assertThat(days.stream().filter(today::equals).count()).isLessThan(budget.perDay());
        assertThat(days.stream().filter(day -> day.isAfter(today.minusDays(7))).count())
                .isLessThan(budget.perWeek());
    }
}
