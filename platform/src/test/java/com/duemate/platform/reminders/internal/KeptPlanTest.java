package com.duemate.platform.reminders.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.reminders.Anchor;
import com.duemate.platform.reminders.CatchUp;
import com.duemate.platform.reminders.DayRule;
import com.duemate.platform.reminders.PolicyVersion;
import com.duemate.platform.reminders.Step;
import com.duemate.platform.reminders.StepChannel;
import com.duemate.platform.reminders.Timing;
import com.duemate.platform.reminders.Tone;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The rule by which a running plan moves to another policy version; the standard policy has steps at -3, 0, 7, 14 and 30. */
class KeptPlanTest {

    private static final PolicyVersion OLD = SampleInvoice.STANDARD;
    private static final LocalDate DUE = LocalDate.of(2026, 3, 10);

    @Test
    void goesOnBehindWhatIsDecided() {
        assertThat(plan(-91).doneBy(OLD, Set.of(1, 2), DUE).offset()).isZero();
        assertThat(plan(-91).doneBy(OLD, Set.of(1, 2, 3), DUE.plusDays(7)).offset())
                .isEqualTo(7);
    }

    @Test
    void makesUpForNoDayThatHasPassed() {
        assertThat(plan(-91).doneBy(OLD, Set.of(1, 2), DUE.plusDays(5)).offset())
                .isEqualTo(4);
        assertThat(plan(-91).doneBy(OLD, Set.of(), DUE.minusDays(20)).offset()).isEqualTo(-21);
    }

    @Test
    void keepsTheDayOfAStepThatStillWaits() {
        assertThat(plan(-91).doneBy(OLD, Set.of(1, 2), DUE.plusDays(9)).offset())
                .isEqualTo(6);
        assertThat(plan(0).doneBy(OLD, Set.of(), DUE.plusDays(40)).offset()).isEqualTo(6);
    }

    @Test
    void neverGoesBackBehindEarlierCycles() {
        assertThat(plan(14).doneBy(OLD, Set.of(), DUE.minusDays(30)).offset()).isEqualTo(14);
    }

    /** A step that was passed over and one that waits may fall on the same day, or the later one may be decided first. */
    @Test
    void leavesNoStepBehindThatStillWaits() {
        assertThat(plan(-91).doneBy(OLD, Set.of(1, 3), DUE.plusDays(9)).offset())
                .isEqualTo(-1);
    }

    @Test
    void knowsStepsThatCountFromTheLastContactByTheirPosition() {
        var mail = List.of(StepChannel.EMAIL);
        var late = new Timing(Anchor.LAST_CONTACT, 14, DayRule.NEXT);
        var policy = new PolicyVersion(
                OLD.id(),
                1,
                "Contact",
                List.of(
                        new Step(1, 7, StepChannel.EMAIL, "r", Tone.NEUTRAL),
                        new Step(2, late, mail, "r", Tone.FIRM, CatchUp.COLLAPSE, false)),
                List.of());
        var done = plan(-91).doneBy(policy, Set.of(1), DUE.plusDays(32));
        var days = plan(-91).days();

        assertThat(days.lay(policy)).extracting(step -> done.covers(step, days)).containsExactly(true, false);
        assertThat(new KeptPlan(
                                plan(0).invoice(),
                                2,
                                plan(0).customer(),
                                plan(0).policy(),
                                days,
                                done,
                                KeptPlan.State.RUNNING)
                        .behind(policy))
                .isEqualTo(1);
    }

    private static KeptPlan plan(int afterOffset) {
        return new KeptPlan(
                new InvoiceId(new UUID(0, 1)),
                1,
                new CustomerId(new UUID(0, 2)),
                new PolicyRef(OLD.id(), 1),
                new PlanDays(DUE.minusDays(30), DUE, null),
                new Progress(afterOffset, 0),
                KeptPlan.State.RUNNING);
    }
}
