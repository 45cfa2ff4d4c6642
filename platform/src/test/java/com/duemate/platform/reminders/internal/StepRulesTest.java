package com.duemate.platform.reminders.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.reminders.Anchor;
import com.duemate.platform.reminders.CatchUp;
import com.duemate.platform.reminders.DayRule;
import com.duemate.platform.reminders.EscalatedSender;
import com.duemate.platform.reminders.Grouping;
import com.duemate.platform.reminders.Holidays;
import com.duemate.platform.reminders.PolicyId;
import com.duemate.platform.reminders.PolicyVersion;
import com.duemate.platform.reminders.Reason;
import com.duemate.platform.reminders.SendHours;
import com.duemate.platform.reminders.Step;
import com.duemate.platform.reminders.StepChannel;
import com.duemate.platform.reminders.Timing;
import com.duemate.platform.reminders.Tone;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a step says of itself: from which day it counts, what becomes of it when its day passes, by which way it goes. */
class StepRulesTest {

    private static final List<StepChannel> MAIL = List.of(StepChannel.EMAIL);

    private final Rehearsal life = new Rehearsal("Europe/Lisbon", "2026-03-01T00:00");

    @Test
    void afterFiveDaysDownTheLatestStepAloneGoesOut() {
        var invoice = add("2026-03-02", policy(step(0), step(3), step(7)));
        life.walkTo("2026-03-02T12:00");
        life.sleepTo("2026-03-10T09:00");
        life.walkTo("2026-03-12T12:00");

        assertThat(life.letters()).containsExactly("2026-03-02 10:00 R-1/1 [R-1]", "2026-03-10 10:00 R-1/3 [R-1]");
        assertThat(life.reason(invoice, 2)).isEqualTo(Reason.SUPERSEDED_BY_LATER_STEP);
    }

    @Test
    void aStepThatIsSentLateGoesFirstAndTheOthersWaitTheirTurn() {
        var invoice = add("2026-03-02", policy(step(0), step(3, CatchUp.SEND_LATE), step(7)));
        life.walkTo("2026-03-02T12:00");
        life.sleepTo("2026-03-10T09:00");
        life.weigh();
        assertThat(life.reason(invoice, 3)).isEqualTo(Reason.AFTER_EARLIER_STEP);
        life.walkTo("2026-03-12T12:00");

        assertThat(life.letters())
                .containsExactly(
                        "2026-03-02 10:00 R-1/1 [R-1]", "2026-03-10 09:00 R-1/2 [R-1]", "2026-03-11 10:00 R-1/3 [R-1]");
    }

    @Test
    void aStepThatIsSkippedAfterItsDaySaysForWhichDayItWas() {
        var invoice = add("2026-03-02", policy(step(0, CatchUp.SKIP), step(7)));
        invoice.disputed = true;
        life.walkTo("2026-03-04T12:00");
        invoice.disputed = false;
        life.walkTo("2026-03-12T12:00");

        assertThat(life.reason(invoice, 1)).isEqualTo(Reason.MISSED);
        assertThat(life.letters()).containsExactly("2026-03-09 10:00 R-1/2 [R-1]");
    }

    @Test
    void countsFromTheIssueDateAndFromTheLastContact() {
        var policy = policy(
                new Step(
                        1,
                        new Timing(Anchor.ISSUED, 5, DayRule.NEXT),
                        MAIL,
                        "r",
                        Tone.FRIENDLY,
                        CatchUp.COLLAPSE,
                        false),
                step(0, CatchUp.COLLAPSE).at(2),
                new Step(
                        3,
                        new Timing(Anchor.LAST_CONTACT, 4, DayRule.NEXT),
                        MAIL,
                        "r",
                        Tone.FIRM,
                        CatchUp.COLLAPSE,
                        false));
        var invoice = life.add(
                SampleInvoice.dueOn("R-1", LocalDate.parse("2026-03-20"), policy, LocalDate.parse("2026-03-02")));
        life.walkTo("2026-03-08T12:00");
        invoice.promisedUntil = LocalDate.parse("2026-03-22");
        life.walkTo("2026-04-01T12:00");

        assertThat(life.letters())
                .containsExactly(
                        "2026-03-07 10:00 R-1/1 [R-1]", "2026-03-23 10:00 R-1/2 [R-1]", "2026-03-27 10:00 R-1/3 [R-1]");
    }

    @Test
    void countsEachStepFromTheContactBeforeItAndFromNoneTwice() {
        var after = new Timing(Anchor.LAST_CONTACT, 7, DayRule.NEXT);
        var again = new Step(2, after, MAIL, "r", Tone.NEUTRAL, CatchUp.COLLAPSE, false);
        var third = new Step(3, after, MAIL, "r", Tone.FIRM, CatchUp.COLLAPSE, false);
        add("2026-03-02", policy(step(0).at(1), again, third, step(30).at(4)));
        life.walkTo("2026-04-05T12:00");

        assertThat(life.letters())
                .containsExactly(
                        "2026-03-02 10:00 R-1/1 [R-1]",
                        "2026-03-09 10:00 R-1/2 [R-1]",
                        "2026-03-16 10:00 R-1/3 [R-1]",
                        "2026-04-01 10:00 R-1/4 [R-1]");
    }

    @Test
    void aStepThatWaitsForALateOneDoesNotGoOutInTheSameTurn() {
        var late = step(0, CatchUp.SEND_LATE).at(1);
        var call = new Step(2, Timing.due(3), List.of(StepChannel.TASK), "r", Tone.FIRM, CatchUp.COLLAPSE, false);
        var each = new PolicyVersion(
                new PolicyId(new UUID(0, 6)), 1, "Each", List.of(late, call), List.of(), Grouping.INVOICE, null);
        life.sleepTo("2026-03-10T11:00");
        add("2026-03-02", each);
        life.add(SampleInvoice.dueOn("R-2", LocalDate.parse("2026-03-02"), each));
        life.weigh();
        assertThat(life.letters()).containsExactly("2026-03-10 11:00 R-1/1 [R-1]");

        life.walkTo("2026-03-13T12:00");
        assertThat(life.letters()).contains("2026-03-11 10:00 R-1/2 [R-1]");
    }

    @Test
    void neverComesBackOnTheDayOfTheContactItCountsFrom() {
        life.hours = new SendHours(
                LocalTime.of(8, 0), LocalTime.of(18, 0), LocalTime.of(10, 0), SendHours.WEEKEND, Holidays.NONE);
        var next = new Timing(Anchor.LAST_CONTACT, 1, DayRule.PREVIOUS);
        add(
                "2026-03-06",
                policy(
                        step(0).at(1),
                        new Step(2, next, List.of(StepChannel.TASK), "r", Tone.FIRM, CatchUp.COLLAPSE, false)));
        life.walkTo("2026-03-10T12:00");

        assertThat(life.letters()).containsExactly("2026-03-06 10:00 R-1/1 [R-1]", "2026-03-09 10:00 R-1/2 [R-1]");
    }

    @Test
    void goesOutOnTheWorkingDayBeforeWhenItSaysSo() {
        life.hours = new SendHours(
                LocalTime.of(8, 0), LocalTime.of(18, 0), LocalTime.of(10, 0), SendHours.WEEKEND, new Holidays("PT"));
        var before = new Timing(Anchor.DUE, 0, DayRule.PREVIOUS);
        add(
                "2026-03-07",
                policy(new Step(1, before, MAIL, "r", Tone.FRIENDLY, CatchUp.COLLAPSE, false), step(1).at(2)));
        life.walkTo("2026-03-12T12:00");

        assertThat(life.letters()).containsExactly("2026-03-06 10:00 R-1/1 [R-1]", "2026-03-09 10:00 R-1/2 [R-1]");
    }

    @Test
    void takesTheNextWayWhereOneHasNoAddressAndAPersonLast() {
        var ways = List.of(StepChannel.SMS, StepChannel.EMAIL, StepChannel.TASK);
        var invoice = add(
                "2026-03-02",
                policy(
                        new Step(1, Timing.due(0), ways, "r", Tone.FRIENDLY, CatchUp.COLLAPSE, false),
                        new Step(2, Timing.due(3), ways, "r", Tone.FIRM, CatchUp.COLLAPSE, false)));
        life.debtor = new Debtor(life.debtor.zone(), Set.of(StepChannel.EMAIL), Set.of(), null);
        life.walkTo("2026-03-03T12:00");
        life.debtor = new Debtor(life.debtor.zone(), Set.of(), Set.of(), null);
        life.walkTo("2026-03-06T12:00");

        assertThat(life.sent)
                .extracting(each -> each.reminder().channel())
                .containsExactly(StepChannel.EMAIL, StepChannel.TASK);
        assertThat(life.reason(invoice, 1)).isEqualTo(Reason.STEP_DUE_OTHER_CHANNEL);
        assertThat(life.reason(invoice, 2)).isEqualTo(Reason.HANDED_OVER_INSTEAD);
    }

    @Test
    void aLetterNeedsAnAddressAsAMessageDoes() {
        var invoice = add(
                "2026-03-02",
                policy(
                        new Step(
                                1,
                                Timing.due(0),
                                List.of(StepChannel.LETTER, StepChannel.EMAIL),
                                "r",
                                Tone.FRIENDLY,
                                CatchUp.COLLAPSE,
                                false),
                        new Step(
                                2,
                                Timing.due(3),
                                List.of(StepChannel.LETTER),
                                "r",
                                Tone.FIRM,
                                CatchUp.COLLAPSE,
                                false)));
        life.debtor = new Debtor(life.debtor.zone(), Set.of(StepChannel.EMAIL), Set.of(), null);
        life.walkTo("2026-03-06T12:00");
        assertThat(life.reason(invoice, 1)).isEqualTo(Reason.STEP_DUE_OTHER_CHANNEL);
        assertThat(life.letters()).hasSize(1);

        life.debtor = new Debtor(life.debtor.zone(), Set.of(StepChannel.LETTER), Set.of(), null);
        life.walkTo("2026-03-07T12:00");
        assertThat(life.reason(invoice, 2)).isEqualTo(Reason.HANDED_OVER);
    }

    @Test
    void doesNotGoRoundARefusalByAnotherWay() {
        var ways = List.of(StepChannel.EMAIL, StepChannel.SMS);
        var invoice = add(
                "2026-03-02", policy(new Step(1, Timing.due(0), ways, "r", Tone.FRIENDLY, CatchUp.COLLAPSE, false)));
        life.debtor = life.debtor.suppressing(StepChannel.EMAIL);
        life.walkTo("2026-03-03T12:00");

        assertThat(life.letters()).isEmpty();
        assertThat(life.reason(invoice, 1)).isEqualTo(Reason.SUPPRESSED);
    }

    @Test
    void asksForEachInvoiceOnItsOwnWithinTheBudget() {
        var each = new PolicyVersion(
                new PolicyId(new UUID(0, 3)), 1, "Each", steps(step(0), step(30)), List.of(), Grouping.INVOICE, null);
        add("2026-03-02", each);
        life.add(SampleInvoice.dueOn("R-2", LocalDate.parse("2026-03-02"), each));
        var together = policy(step(0), step(30));
        life.add(SampleInvoice.dueOn("R-3", LocalDate.parse("2026-03-02"), together));
        life.add(SampleInvoice.dueOn("R-4", LocalDate.parse("2026-03-02"), together));
        life.walkTo("2026-03-06T12:00");

        assertThat(life.letters())
                .containsExactly(
                        "2026-03-02 10:00 R-1/1 [R-1]",
                        "2026-03-03 10:00 R-2/1 [R-2]",
                        "2026-03-04 10:00 R-3/1 [R-3, R-4]");
    }

    @Test
    void tasksTakeNothingFromTheContactBudget() {
        var task = new Step(1, Timing.due(0), List.of(StepChannel.TASK), "r", Tone.FIRM, CatchUp.COLLAPSE, false);
        add(
                "2026-03-02",
                new PolicyVersion(
                        new PolicyId(new UUID(0, 4)), 1, "Call", List.of(task), List.of(), Grouping.INVOICE, null));
        life.add(SampleInvoice.dueOn("R-2", LocalDate.parse("2026-03-02"), policy(step(0))));
        life.walkTo("2026-03-02T12:00");

        assertThat(life.letters()).containsExactly("2026-03-02 10:00 R-1/1 [R-1]", "2026-03-02 10:00 R-2/1 [R-2]");
    }

    @Test
    void writesEscalatedStepsInThePersonsNameAlone() {
        var escalation = new EscalatedSender("Maria Soto", "maria@example.com");
        var second = new Step(2, Timing.due(5), MAIL, "r", Tone.FIRM, CatchUp.COLLAPSE, true);
        add(
                "2026-03-02",
                new PolicyVersion(
                        new PolicyId(new UUID(0, 5)),
                        1,
                        "Escalated",
                        List.of(step(0).at(1), second),
                        List.of(),
                        Grouping.CUSTOMER,
                        escalation));
        life.walkTo("2026-03-08T12:00");

        assertThat(life.sent).extracting(each -> each.reminder().sender()).containsExactly(null, escalation);
    }

    private SampleInvoice add(String dueOn, PolicyVersion policy) {
        return life.add(SampleInvoice.dueOn("R-1", LocalDate.parse(dueOn), policy));
    }

    /** A step that has no position yet. */
    private record Loose(int days, CatchUp catchUp) {

        Step at(int position) {
            return new Step(position, Timing.due(days), MAIL, "r", Tone.NEUTRAL, catchUp, false);
        }
    }

    private static Loose step(int days) {
        return new Loose(days, CatchUp.COLLAPSE);
    }

    private static Loose step(int days, CatchUp catchUp) {
        return new Loose(days, catchUp);
    }

    private static List<Step> steps(Loose... loose) {
        var steps = new ArrayList<Step>();
        for (var one : loose) {
            steps.add(one.at(steps.size() + 1));
        }
        return steps;
    }

    private static PolicyVersion policy(Loose... loose) {
        return policy(steps(loose).toArray(Step[]::new));
    }

    private static PolicyVersion policy(Step... steps) {
        return new PolicyVersion(new PolicyId(new UUID(0, 2)), 1, "Told", List.of(steps), List.of());
    }
}
