package com.duemate.platform.reminders.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.kernel.Money;
import com.duemate.platform.reminders.Anchor;
import com.duemate.platform.reminders.CatchUp;
import com.duemate.platform.reminders.DayRule;
import com.duemate.platform.reminders.Holidays;
import com.duemate.platform.reminders.PolicyId;
import com.duemate.platform.reminders.PolicyVersion;
import com.duemate.platform.reminders.Reason;
import com.duemate.platform.reminders.SendHours;
import com.duemate.platform.reminders.Step;
import com.duemate.platform.reminders.StepChannel;
import com.duemate.platform.reminders.Timing;
import com.duemate.platform.reminders.Tone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/** A past weighed again comes to what the engine itself would have done. */
class ReplayTest {

    private final Rehearsal life = new Rehearsal("Europe/Lisbon", "2026-01-01T00:00");

    @Test
    void asksAsLongAsMoneyIsOwedAndStopsWhenItIsPaid() {
        var invoice =
                past("R-1", "2026-01-10", List.of(less("2026-01-14T09:00", -4_000), less("2026-01-20T09:00", -6_000)));

        var outcome = replay(life, List.of(invoice), "2026-06-01T00:00");

        assertThat(outcome.sent())
                .extracting(sent ->
                        LocalDateTime.ofInstant(sent.at(), life.debtor.zone()).toString())
                .containsExactly("2026-01-07T10:00", "2026-01-10T10:00", "2026-01-17T10:00");
        assertThat(outcome.ended()).extracting(decision -> decision.reason()).containsExactly(Reason.PAID, Reason.PAID);
        assertThat(invoice.settledAt()).contains(Instant.parse("2026-01-20T09:00:00Z"));
        assertThat(invoice.openAt(Instant.parse("2026-01-15T00:00:00Z"))).isEqualTo(Money.of(6_000, "EUR"));
    }

    @Test
    void knowsNoInvoiceBeforeItIsIssuedAndNoStepFromBeforeItBegins() {
        var early = past("R-1", "2025-12-20", List.of());
        var late = past("R-2", "2026-03-01", List.of());

        var outcome = replay(life, List.of(early, late), "2026-02-20T00:00");

        assertThat(outcome.sent())
                .allSatisfy(sent -> assertThat(sent.reminder().invoices()).containsExactly(early.id()));
        assertThat(outcome.sent())
                .extracting(sent -> sent.reminder().level().position())
                .containsExactly(4, 5);
    }

    @Test
    void endsWhereAStepLiesBeforeTheDayItsInvoiceIsIssuedOn() {
        life.hours = new SendHours(
                LocalTime.of(8, 0), LocalTime.of(18, 0), LocalTime.of(10, 0), SendHours.WEEKEND, Holidays.NONE);
        var first = new Step(
                1,
                new Timing(Anchor.ISSUED, 0, DayRule.PREVIOUS),
                List.of(StepChannel.EMAIL),
                "r",
                Tone.FRIENDLY,
                CatchUp.COLLAPSE,
                false);
        var policy = new PolicyVersion(new PolicyId(new UUID(0, 7)), 1, "At once", List.of(first), List.of());
        var saturday = LocalDate.parse("2026-01-10");
        var invoice = new PastInvoice(
                SampleInvoice.dueOn("R-1", "2026-02-10").id(),
                "R-1",
                new PlanDays(saturday, saturday.plusDays(30), null),
                Money.of(10_000, "EUR"),
                List.of());

        var outcome = Replay.of(
                life.situation().forReplay(), policy, List.of(invoice), Instant.parse("2026-03-01T00:00:00Z"));

        assertThat(outcome.complete()).isTrue();
        assertThat(outcome.sent()).hasSize(1);
    }

    @Test
    void countsAnInvoiceThatOpensAgainAsOwed() {
        var bounced =
                past("R-1", "2026-01-10", List.of(less("2026-01-12T09:00", -10_000), less("2026-01-15T09:00", 10_000)));

        assertThat(bounced.settledAt()).isEmpty();
        assertThat(replay(life, List.of(bounced), "2026-03-01T00:00").sent()).hasSize(5);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void comesToTheSameAsTheEngineWalkingThroughIt(@ForAll long seed) {
        var random = new Random(seed);
        var walked = new Rehearsal("America/New_York", "2026-01-01T00:00");
        for (int i = 0; i <= random.nextInt(5); i++) {
            walked.add(SampleInvoice.dueOn(
                    "R-" + i,
                    LocalDate.parse("2026-01-10").plusDays(random.nextInt(20)),
                    SampleInvoice.STANDARD,
                    LocalDate.parse("2025-12-31")));
        }
        var frame = walked.situation().forReplay();
        var past = walked.invoices.stream()
                .map(invoice -> new PastInvoice(
                        invoice.id(),
                        invoice.number,
                        new PlanDays(invoice.issuedOn, invoice.dueOn, null),
                        invoice.open,
                        List.of()))
                .toList();
        var end = Instant.parse("2026-04-01T00:00:00Z");

        var outcome = Replay.of(frame, SampleInvoice.STANDARD, past, end);
        walked.walkFromStepToStep(end);

        assertThat(outcome.sent().stream()
                        .map(sent -> sent.at() + " " + sent.reminder())
                        .toList())
                .isEqualTo(walked.sent.stream()
                        .map(sent -> sent.at() + " " + sent.reminder())
                        .toList());
    }

    private static PastInvoice past(String number, String dueOn, List<PastInvoice.Change> less) {
        var invoice = SampleInvoice.dueOn(number, dueOn);
        return new PastInvoice(
                invoice.id(), number, new PlanDays(invoice.issuedOn, invoice.dueOn, null), invoice.open, less);
    }

    private static PastInvoice.Change less(String at, long cents) {
        return new PastInvoice.Change(Instant.parse(at + ":00Z"), Money.of(cents, "EUR"));
    }

    private static Replay.Outcome replay(Rehearsal life, List<PastInvoice> past, String end) {
        return Replay.of(
                life.situation().forReplay(),
                SampleInvoice.STANDARD,
                past,
                LocalDateTime.parse(end).atZone(life.debtor.zone()).toInstant());
    }
}
