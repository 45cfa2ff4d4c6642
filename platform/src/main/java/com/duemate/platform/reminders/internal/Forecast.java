package com.duemate.platform.reminders.internal;

import com.duemate.platform.kernel.Money;
import com.duemate.platform.reminders.Decision;
import com.duemate.platform.reminders.StepKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Weighs one customer forward in time as the engine will if nothing changes: what is paused or suppressed now stays so. */
final class Forecast {

    /** Far above any real life; a bound, should a rule ever postpone a step in ever smaller parts. */
    private static final int MOST_WEIGHINGS = 2_000;

    private final Map<StepKey, Instant> wakesAt = new HashMap<>();
    private final List<Coming> coming = new ArrayList<>();
    private Situation situation;

    private Forecast(Situation situation, List<StepRow> rows) {
        this.situation = situation;
        rows.forEach(row -> wakesAt.put(row.key(), row.wakesAt()));
    }

    /** @param totals what the message asks for, one for each currency */
    record Coming(Instant at, Reminder reminder, List<Money> totals) {}

    /** The messages the customer gets before this time, soonest first. */
    static List<Coming> of(Situation situation, List<StepRow> rows, Instant end) {
        var forecast = new Forecast(situation, rows);
        for (int i = 0; i < MOST_WEIGHINGS && forecast.step(end); i++) {}
        return forecast.coming;
    }

    private boolean step(Instant end) {
        var next = situation.items().stream()
                .flatMap(item -> item.plan().waiting().stream().map(item::key))
                .map(key -> wakesAt.getOrDefault(key, situation.now()))
                .min(Instant::compareTo)
                .filter(at -> at.isBefore(end));
        next.ifPresent(at -> weigh(at.isAfter(situation.now()) ? at : situation.now()));
        return next.isPresent();
    }

    private void weigh(Instant at) {
        situation = at(at, situation.items(), situation.contacts());
        var decisions = new HashMap<StepKey, Decision>();
        var left = situation;
        for (boolean more = true; more; ) {
            var weighed = Weighing.weigh(left);
            weighed.decisions().forEach(decision -> decisions.put(decision.step(), decision));
            var reminder = weighed.reminder();
            if (reminder != null) {
                coming.add(new Coming(at, reminder, totals(reminder)));
            }
            left = left.after(weighed);
            more = weighed.more();
        }
        situation = at(
                at,
                situation.items().stream().map(item -> rest(item, decisions)).toList(),
                left.contacts());
    }

    private OpenItem rest(OpenItem item, Map<StepKey, Decision> decisions) {
        var waiting = new ArrayList<PlannedStep>();
        var all = item.plan().waiting();
        var times = situation.times().dueAt(all);
        for (int i = 0; i < all.size(); i++) {
            var step = all.get(i);
            var decision = decisions.get(item.key(step));
            if (decision == null) {
                wakesAt.put(item.key(step), times.get(i));
                waiting.add(step);
            } else if (decision.until().isPresent()) {
                wakesAt.put(item.key(step), decision.until().get());
                waiting.add(step);
            }
        }
        return item.with(item.plan().with(waiting));
    }

    private List<Money> totals(Reminder reminder) {
        var listed = new HashSet<>(reminder.invoices());
        var totals = new LinkedHashMap<Currency, Money>();
        for (var item : situation.items()) {
            if (listed.contains(item.id())) {
                totals.merge(item.open().currency(), item.open(), Money::plus);
            }
        }
        return List.copyOf(totals.values());
    }

    private Situation at(Instant at, List<OpenItem> items, List<Instant> contacts) {
        return new Situation(
                at, situation.tenant(), situation.hours(), situation.budget(), situation.debtor(), items, contacts);
    }
}
