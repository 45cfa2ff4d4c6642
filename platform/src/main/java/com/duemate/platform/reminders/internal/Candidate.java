package com.duemate.platform.reminders.internal;

import com.duemate.platform.reminders.CatchUp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One invoice while its customer is being weighed: which of its steps counts now, which ones end or wait because of it, when the
 * next one is due.
 */
final class Candidate {

    private final OpenItem item;
    private final List<PlannedStep> missed = new ArrayList<>();
    private final List<PlannedStep> superseded = new ArrayList<>();
    private final List<PlannedStep> held = new ArrayList<>();
    private final List<PlannedStep> due = new ArrayList<>();
    private final List<PlannedStep> laterToday = new ArrayList<>();
    private @Nullable Instant next;

    Candidate(OpenItem item, Situation situation) {
        this.item = item;
        sort(situation);
        var late = due.stream()
                .filter(step -> step.step().catchUp() == CatchUp.SEND_LATE
                        && !(step.isBefore(item.dueOn()) && situation.today().isAfter(item.dueOn())))
                .findFirst();
        late.ifPresentOrElse(step -> letPass(step, situation), this::takeLatest);
    }

    private void sort(Situation situation) {
        var today = situation.today();
        var times = situation.times();
        var steps = item.plan().waiting();
        var at = times.dueAt(steps);
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            if (!at.get(i).isAfter(situation.now())) {
                (isMissed(step, times.today(at.get(i)), today) ? missed : due).add(step);
                continue;
            }
            if (next == null) {
                next = at.get(i);
            }
            if (!times.today(at.get(i)).equals(today)) {
                break;
            }
            laterToday.add(step);
        }
    }

    private static boolean isMissed(PlannedStep step, LocalDate itsDay, LocalDate today) {
        return step.step().catchUp() == CatchUp.SKIP && today.isAfter(itsDay);
    }

    /** The step goes out late and first; what comes after it today waits for tomorrow. */
    private void letPass(PlannedStep late, Situation situation) {
        int place = due.indexOf(late);
        superseded.addAll(due.subList(0, place));
        held.addAll(due.subList(place + 1, due.size()));
        held.addAll(laterToday);
        due.clear();
        due.add(late);
        laterToday.clear();
        if (!held.isEmpty()) {
            next = situation.dayAfter(situation.today());
        }
    }

    /** Only the latest step of today counts, also where its hour is still to come. */
    private void takeLatest() {
        superseded.addAll(laterToday.isEmpty() ? due.subList(0, Math.max(0, due.size() - 1)) : due);
        due.removeAll(superseded);
    }

    OpenItem item() {
        return item;
    }

    /** Steps that are due and left out, for their day has passed. */
    List<PlannedStep> missed() {
        return Collections.unmodifiableList(missed);
    }

    /** Steps that are due and replaced by {@link #latestToday}. */
    List<PlannedStep> superseded() {
        return Collections.unmodifiableList(superseded);
    }

    /** Steps that wait for tomorrow, for {@link #due} goes out first. */
    List<PlannedStep> held() {
        return Collections.unmodifiableList(held);
    }

    /** The latest step of today that counts, due or to come. */
    Optional<PlannedStep> latestToday() {
        return laterToday.isEmpty() ? due() : Optional.of(laterToday.getLast());
    }

    List<PlannedStep> laterToday() {
        return Collections.unmodifiableList(laterToday);
    }

    /** The one step that is due and counts. */
    Optional<PlannedStep> due() {
        return due.isEmpty() ? Optional.empty() : Optional.of(due.getLast());
    }

    void dropDue() {
        due.clear();
    }

    boolean hasSteps() {
        return !due.isEmpty() || next != null;
    }

    /** When the first step that is not due yet, or waits for another, becomes due. */
    Optional<Instant> next() {
        return Optional.ofNullable(next);
    }
}
