package com.duemate.platform.reminders.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One invoice while its customer is being weighed: which of its steps are due, which come later today, when the next one is. */
final class Candidate {

    private final OpenItem item;
    private final List<PlannedStep> due = new ArrayList<>();
    private final List<PlannedStep> laterToday = new ArrayList<>();
    private @Nullable Instant next;

    Candidate(OpenItem item, Situation situation) {
        this.item = item;
        var times = situation.times();
        var today = situation.today();
        for (var step : item.plan().waiting()) {
            var at = times.dueAt(step.day());
            if (!at.isAfter(situation.now())) {
                due.add(step);
                continue;
            }
            if (next == null) {
                next = at;
            }
            if (!times.today(at).equals(today)) {
                break;
            }
            laterToday.add(step);
        }
    }

    OpenItem item() {
        return item;
    }

    /** Takes out the due steps that a later one replaces, one that comes later today included. */
    List<PlannedStep> takeSuperseded() {
        var superseded = List.copyOf(laterToday.isEmpty() ? due.subList(0, Math.max(0, due.size() - 1)) : due);
        due.removeAll(superseded);
        return superseded;
    }

    /** The latest step of today, due or to come. */
    Optional<PlannedStep> latestToday() {
        return laterToday.isEmpty() ? due() : Optional.of(laterToday.getLast());
    }

    List<PlannedStep> laterToday() {
        return Collections.unmodifiableList(laterToday);
    }

    /** The one step that is due, after {@link #takeSuperseded}. */
    Optional<PlannedStep> due() {
        return due.isEmpty() ? Optional.empty() : Optional.of(due.getLast());
    }

    void dropDue() {
        due.clear();
    }

    boolean hasSteps() {
        return !due.isEmpty() || next != null;
    }

    /** When the first step that is not due yet becomes due. */
    Optional<Instant> next() {
        return Optional.ofNullable(next);
    }
}
