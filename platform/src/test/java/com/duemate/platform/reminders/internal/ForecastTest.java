package com.duemate.platform.reminders.internal;

import static com.duemate.platform.reminders.internal.SampleInvoice.dueOn;
import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.kernel.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the preview tells beforehand is what the engine then does. */
class ForecastTest {

    private final Rehearsal life = new Rehearsal("Europe/Lisbon", "2026-03-01T09:00");

    @Test
    void tellsEveryMessageThatThenGoesOut() {
        life.add(dueOn("R-1", "2026-02-18"));
        life.add(dueOn("R-2", "2026-03-03"));
        life.add(dueOn("R-3", "2026-03-20"));
        life.add(dueOn("R-4", "2026-03-04")).disputed = true;
        var end = life.now.plus(Duration.ofDays(45));

        var told = Forecast.of(life.situation(), rows(), end);
        life.walkFromStepToStep(end.minusSeconds(1));

        assertThat(told).hasSize(5);
        assertThat(told.stream().map(Forecast.Coming::at)).isEqualTo(sentAt());
        assertThat(told.stream().map(Forecast.Coming::reminder).toList())
                .isEqualTo(life.sent.stream().map(Rehearsal.Sent::reminder).toList());
    }

    @Test
    void addsUpWhatAMessageAsksForByCurrency() {
        life.add(dueOn("R-1", "2026-03-01"));
        life.add(dueOn("R-2", "2026-03-01"));
        life.add(dueOn("R-3", "2026-03-01")).open = Money.of(700, "USD");

        var first = Forecast.of(life.situation(), rows(), life.now.plus(Duration.ofDays(2)))
                .getFirst();

        assertThat(first.totals()).containsExactlyInAnyOrder(Money.of(20_000, "EUR"), Money.of(700, "USD"));
    }

    private List<Instant> sentAt() {
        return life.sent.stream().map(Rehearsal.Sent::at).toList();
    }

    private List<StepRow> rows() {
        var times = life.situation().times();
        return life.situation().items().stream()
                .flatMap(item -> item.plan().waiting().stream()
                        .map(step -> new StepRow(
                                item.key(step), times.dueAt(step.day()), null, new StepRow.Place("(0,1)", "1"))))
                .toList();
    }
}
