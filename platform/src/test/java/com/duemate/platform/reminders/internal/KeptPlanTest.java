package com.duemate.platform.reminders.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.reminders.PolicyVersion;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The rule by which a running plan moves to another policy version; the standard policy has steps at -3, 0, 7, 14 and 30. */
class KeptPlanTest {

    private static final PolicyVersion OLD = SampleInvoice.STANDARD;
    private static final LocalDate DUE = LocalDate.of(2026, 3, 10);

    @Test
    void goesOnBehindWhatIsDecided() {
        assertThat(plan(-91).doneUpTo(OLD, Set.of(1, 2), DUE)).isZero();
        assertThat(plan(-91).doneUpTo(OLD, Set.of(1, 2, 3), DUE.plusDays(7))).isEqualTo(7);
    }

    @Test
    void makesUpForNoDayThatHasPassed() {
        assertThat(plan(-91).doneUpTo(OLD, Set.of(1, 2), DUE.plusDays(5))).isEqualTo(4);
        assertThat(plan(-91).doneUpTo(OLD, Set.of(), DUE.minusDays(20))).isEqualTo(-21);
    }

    @Test
    void keepsTheDayOfAStepThatStillWaits() {
        assertThat(plan(-91).doneUpTo(OLD, Set.of(1, 2), DUE.plusDays(9))).isEqualTo(6);
        assertThat(plan(0).doneUpTo(OLD, Set.of(), DUE.plusDays(40))).isEqualTo(6);
    }

    @Test
    void neverGoesBackBehindEarlierCycles() {
        assertThat(plan(14).doneUpTo(OLD, Set.of(), DUE.minusDays(30))).isEqualTo(14);
    }

    private static KeptPlan plan(int afterOffset) {
        return new KeptPlan(
                new InvoiceId(new UUID(0, 1)),
                1,
                new CustomerId(new UUID(0, 2)),
                new PolicyRef(OLD.id(), 1),
                new PlanDays(DUE.minusDays(30), DUE, null),
                afterOffset,
                KeptPlan.State.RUNNING);
    }
}
