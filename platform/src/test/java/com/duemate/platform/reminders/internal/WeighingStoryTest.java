package com.duemate.platform.reminders.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.kernel.Money;
import com.duemate.platform.reminders.Holidays;
import com.duemate.platform.reminders.Outcome;
import com.duemate.platform.reminders.Reason;
import com.duemate.platform.reminders.SendHours;
import com.duemate.platform.reminders.StepChannel;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WeighingStoryTest {

    private final Rehearsal story = new Rehearsal("Europe/Berlin", "2026-03-01T00:00");

    @Test
    void remindsOfOneInvoiceOnEachOfItsDays() {
        story.add(SampleInvoice.dueOn("R-1", "2026-03-10"));

        story.walkTo("2026-06-01T00:00");

        assertThat(story.letters())
                .containsExactly(
                        "2026-03-07 10:00 R-1/1 [R-1]",
                        "2026-03-10 10:00 R-1/2 [R-1]",
                        "2026-03-17 10:00 R-1/3 [R-1]",
                        "2026-03-24 10:00 R-1/4 [R-1]",
                        "2026-04-09 10:00 R-1/5 [R-1]");
    }

    @Test
    void sendsOneMessageAtTheLatestLevelAfterNineDaysDown() {
        var old = story.add(SampleInvoice.dueOn("R-1", "2026-03-03"));
        var young = story.add(SampleInvoice.dueOn("R-2", "2026-03-10"));
        story.walkTo("2026-03-03T12:00");

        story.sleepTo("2026-03-12T13:00");
        story.walkTo("2026-03-13T00:00");

        assertThat(story.letters())
                .containsExactly(
                        "2026-03-01 08:00 R-1/1 [R-1]",
                        "2026-03-03 10:00 R-1/2 [R-1]",
                        "2026-03-12 14:00 R-1/3 [R-1, R-2]");
        assertThat(story.reason(young, 1)).isEqualTo(Reason.SUPERSEDED_BY_LATER_STEP);
        assertThat(story.reason(young, 2)).isEqualTo(Reason.LISTED);
        assertThat(story.reason(old, 3)).isEqualTo(Reason.STEP_DUE);
    }

    @Test
    void comingBackOnTheMorningOfALaterStepLeavesTheDayToThatStep() {
        var invoice = story.add(SampleInvoice.dueOn("R-1", "2026-03-03"));
        story.sleepTo("2026-03-17T08:30");

        story.engineTurn();
        assertThat(story.letters()).isEmpty();
        assertThat(story.reason(invoice, 3)).isEqualTo(Reason.SUPERSEDED_BY_LATER_STEP);

        story.walkTo("2026-03-18T12:00");
        assertThat(story.letters()).containsExactly("2026-03-17 10:30 R-1/4 [R-1]");
    }

    @Test
    void aMessageInTheMorningSettlesWhatOtherInvoicesHadForTheDay() {
        story.add(SampleInvoice.dueOn("R-1", "2026-03-08").withoutStepsBefore(3));
        var other = story.add(SampleInvoice.dueOn("R-2", "2026-03-10").withoutStepsBefore(3));
        story.sleepTo("2026-03-17T08:30");

        story.engineTurn();

        assertThat(story.letters()).containsExactly("2026-03-17 08:30 R-1/3 [R-1, R-2]");
        assertThat(story.reason(other, 3)).isEqualTo(Reason.LISTED);
    }

    @Test
    void neverSendsAReminderFromBeforeTheDueDateAfterIt() {
        var invoice = story.add(SampleInvoice.dueOn("R-1", "2026-03-10"));
        invoice.waiting.removeIf(step -> step.position() == 2);
        story.sleepTo("2026-03-11T10:00");

        story.walkTo("2026-03-12T10:00");

        assertThat(story.letters()).isEmpty();
        assertThat(story.reason(invoice, 1)).isEqualTo(Reason.PAST_DUE_DATE);
    }

    @Test
    void remindsAtTheLevelOfTheOldestAndListsTheOthers() {
        var old = story.add(SampleInvoice.dueOn("R-1", "2026-02-17").withoutStepsBefore(4));
        var young = story.add(SampleInvoice.dueOn("R-2", "2026-03-10"));

        story.walkTo("2026-03-18T00:00");

        assertThat(story.letters()).containsExactly("2026-03-03 10:00 R-1/4 [R-1]");
        assertThat(story.reason(young, 3)).isEqualTo(Reason.CARRIED);

        story.walkTo("2026-03-20T00:00");
        assertThat(story.letters()).last().isEqualTo("2026-03-19 10:00 R-1/5 [R-1, R-2]");
        assertThat(story.reason(young, 3)).isEqualTo(Reason.LISTED);

        story.walkTo("2026-03-25T00:00");
        assertThat(story.letters()).last().isEqualTo("2026-03-24 10:00 R-2/4 [R-1, R-2]");
        assertThat(old.waiting).isEmpty();
    }

    @Test
    void takesUpAStepThatWaitedWhenTheCarryingInvoiceIsPaid() {
        var old = story.add(SampleInvoice.dueOn("R-1", "2026-02-17").withoutStepsBefore(5));
        var young = story.add(SampleInvoice.dueOn("R-2", "2026-03-03"));
        story.walkTo("2026-03-12T15:00");
        assertThat(story.letters()).isEmpty();
        assertThat(story.reason(young, 3)).isEqualTo(Reason.CARRIED);

        old.paid();
        story.weigh();

        assertThat(story.letters()).containsExactly("2026-03-12 15:00 R-2/3 [R-2]");
        assertThat(story.reason(old, 5)).isEqualTo(Reason.PAID);
    }

    @Test
    void stopsAllStepsOfAPaidInvoiceAtOnce() {
        var invoice = story.add(SampleInvoice.dueOn("R-1", "2026-03-10"));
        story.walkTo("2026-03-11T00:00");

        invoice.paid();
        var weighed = story.weigh();

        assertThat(weighed.reminder()).isNull();
        assertThat(weighed.decisions()).hasSize(3).allMatch(decision -> decision.reason() == Reason.PAID);
    }

    @Test
    void keepsSilentWhileAPromiseStandsAndSpeaksTheDayAfter() {
        var invoice = story.add(SampleInvoice.dueOn("R-1", "2026-03-03"));
        story.walkTo("2026-03-08T00:00");
        invoice.promisedUntil = LocalDate.parse("2026-03-20");

        story.walkTo("2026-03-20T23:00");
        assertThat(story.letters()).hasSize(2);
        assertThat(story.reason(invoice, 3)).isEqualTo(Reason.SUPERSEDED_BY_LATER_STEP);
        assertThat(story.reason(invoice, 4)).isEqualTo(Reason.PROMISED);

        story.walkTo("2026-03-22T00:00");
        assertThat(story.letters()).last().isEqualTo("2026-03-21 10:00 R-1/4 [R-1]");
    }

    @Test
    void leavesADisputedInvoiceOutOfMessagesUntilItIsSettled() {
        var disputed = story.add(SampleInvoice.dueOn("R-1", "2026-03-01"));
        var other = story.add(SampleInvoice.dueOn("R-2", "2026-03-08"));
        disputed.disputed = true;

        story.walkTo("2026-03-30T00:00");
        assertThat(story.letters())
                .containsExactly(
                        "2026-03-05 10:00 R-2/1 [R-2]",
                        "2026-03-08 10:00 R-2/2 [R-2]",
                        "2026-03-15 10:00 R-2/3 [R-2]",
                        "2026-03-22 10:00 R-2/4 [R-2]");
        assertThat(story.reason(disputed, 4)).isEqualTo(Reason.DISPUTED);

        disputed.disputed = false;
        story.walkTo("2026-03-31T00:00");
        assertThat(story.letters()).last().isEqualTo("2026-03-30 10:00 R-1/4 [R-1, R-2]");
        assertThat(other.waiting).hasSize(1);
    }

    @Test
    void spreadsOverDaysWhatTheBudgetDoesNotAllowAtOnce() {
        var first = story.add(SampleInvoice.dueOn("R-1", "2026-02-24").withoutStepsBefore(3));
        story.walkTo("2026-03-03T10:00");
        assertThat(story.letters()).containsExactly("2026-03-03 10:00 R-1/3 [R-1]");

        first.paid();
        story.weigh();
        var second = story.add(SampleInvoice.dueOn("R-2", "2026-03-03").withoutStepsBefore(2));
        story.walkTo("2026-03-03T20:00");
        assertThat(story.reason(second, 2)).isEqualTo(Reason.BUDGET);

        story.walkTo("2026-03-05T00:00");
        assertThat(story.letters()).last().isEqualTo("2026-03-04 10:00 R-2/2 [R-2]");
    }

    @Test
    void waitsForTheMorningWhenAPaymentFailsAtNight() {
        var invoice = story.add(SampleInvoice.dueOn("R-1", "2026-03-03").withoutStepsBefore(3));
        invoice.inFlight = true;
        story.walkTo("2026-03-12T22:00");
        assertThat(story.reason(invoice, 3)).isEqualTo(Reason.PAYMENT_IN_FLIGHT);

        invoice.inFlight = false;
        story.weigh();
        assertThat(story.reason(invoice, 3)).isEqualTo(Reason.QUIET_HOURS);

        story.walkTo("2026-03-13T23:00");
        assertThat(story.letters()).containsExactly("2026-03-13 08:00 R-1/3 [R-1]");
    }

    @Test
    void keepsToTheRecipientsClockOverBothChangesOfAYear() {
        var newYork = new Rehearsal("America/New_York", "2026-01-01T00:00");
        for (int month = 1; month <= 12; month++) {
            newYork.add(SampleInvoice.dueOn("R-" + (100 + month), LocalDate.of(2026, month, 8), SampleInvoice.STANDARD))
                            .hold =
                    month == 5 ? new Hold(LocalDate.parse("2026-07-31")) : null;
        }
        for (int month = 1; month <= 12; month++) {
            newYork.walkTo(LocalDate.of(2026, month, 20) + "T00:00");
            if (month != 5) {
                newYork.invoices.get(month - 1).paid();
                newYork.weigh();
            }
        }

        assertThat(newYork.letters())
                .allMatch(letter -> letter.contains(" 10:00 "))
                .contains("2026-03-08 10:00 R-103/2 [R-103]", "2026-08-01 10:00 R-105/5 [R-105]")
                .hasSize(11 * 3 + 1);
        assertThat(newYork.decided).hasSize(12 * 5).allSatisfy((step, decision) -> assertThat(decision.outcome())
                .isNotEqualTo(Outcome.POSTPONED));
    }

    @Test
    void restsAtWeekendsAndSaysSo() {
        story.hours = new SendHours(
                SendHours.STANDARD.opens(),
                SendHours.STANDARD.closes(),
                SendHours.STANDARD.preferred(),
                SendHours.WEEKEND,
                Holidays.NONE);
        var invoice = story.add(SampleInvoice.dueOn("R-1", "2026-03-03").withoutStepsBefore(3));
        invoice.inFlight = true;
        story.walkTo("2026-03-14T12:00");
        invoice.inFlight = false;
        story.weigh();
        assertThat(story.reason(invoice, 3)).isEqualTo(Reason.DAY_OFF);

        story.walkTo("2026-03-17T00:00");
        assertThat(story.letters()).containsExactly("2026-03-16 08:00 R-1/3 [R-1]");
    }

    @Test
    void restsOnHolidaysAndNamesThem() {
        story.hours = new SendHours(
                SendHours.STANDARD.opens(),
                SendHours.STANDARD.closes(),
                SendHours.STANDARD.preferred(),
                SendHours.WEEKEND,
                new Holidays("PT"));
        // Good Friday is 3 April 2026, and Monday is an ordinary day in Portugal.
        var invoice = story.add(SampleInvoice.dueOn("R-1", "2026-03-24").withoutStepsBefore(3));
        invoice.inFlight = true;
        story.walkTo("2026-04-03T12:00");
        invoice.inFlight = false;
        story.weigh();
        assertThat(story.reason(invoice, 3)).isEqualTo(Reason.HOLIDAY);
        story.walkTo("2026-04-07T00:00");
        assertThat(story.letters()).containsExactly("2026-04-06 08:00 R-1/3 [R-1]");
    }

    @Test
    void remindsOnceTheAddressIsThere() {
        var invoice = story.add(SampleInvoice.dueOn("R-1", "2026-03-03"));
        story.debtor = new Debtor(story.debtor.zone(), Set.of(), Set.of(), null);
        story.walkTo("2026-03-12T00:00");
        assertThat(story.letters()).isEmpty();
        assertThat(story.reason(invoice, 3)).isEqualTo(Reason.NO_ADDRESS);

        story.debtor = new Debtor(story.debtor.zone(), Set.of(StepChannel.SMS), Set.of(), null);
        story.walkTo("2026-03-13T00:00");
        assertThat(story.letters()).containsExactly("2026-03-12 10:00 R-1/3 [R-1]");
        assertThat(story.reason(invoice, 3)).isEqualTo(Reason.STEP_DUE_OTHER_CHANNEL);
    }

    @Test
    void writesForManySmallAmountsOnceTheyAreWorthIt() {
        var small = story.add(SampleInvoice.dueOn("R-1", "2026-03-03"));
        small.open = Money.of(300, "EUR");
        small.minimums = List.of(Money.of(500, "EUR"));
        story.walkTo("2026-03-04T00:00");
        assertThat(story.reason(small, 2)).isEqualTo(Reason.BELOW_MINIMUM);

        var more = story.add(SampleInvoice.dueOn("R-2", "2026-03-05"));
        more.open = Money.of(200, "EUR");
        story.walkTo("2026-03-11T00:00");
        assertThat(story.letters()).containsExactly("2026-03-10 10:00 R-1/3 [R-1, R-2]");
    }
}
