package com.duemate.platform.reminders;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.messaging.Engines;
import com.duemate.platform.reminders.Backtests.Outcome;
import com.duemate.platform.reminders.Backtests.Report;
import com.duemate.platform.reminders.Policies.Draft;
import com.duemate.platform.reminders.Policies.DraftStep;
import com.duemate.platform.testkit.PlatformTest;
import com.duemate.platform.testkit.SettableClock;
import com.duemate.platform.testkit.World;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A policy tried on months the engine has really gone through. */
@PlatformTest
class BacktestsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Autowired
    World world;

    @Autowired
    SettableClock clock;

    @Autowired
    Engines engines;

    @Autowired
    Backtests backtests;

    @BeforeEach
    void atTheStart() {
        clock.set(SettableClock.START);
    }

    @AfterEach
    void backToTheStart() {
        clock.set(SettableClock.START);
    }

    @Test
    void theSamePolicyComesToWhatWasReallySent() {
        var tenant = world.aTenant();
        for (int i = 0; i < 4; i++) {
            world.anInvoice(tenant, world.aCustomer(tenant), 20_000, TODAY.plusDays(5L + i));
        }
        walk(Duration.ofDays(25));

        var report = run(tenant, draftOf(-3, 0, 7, 14, 30));

        assertThat(report.sent()).isEqualTo(16);
        assertThat(report.messages()).isEqualTo(report.sent());
        assertThat(report.months()).allSatisfy(month -> assertThat(month.messages())
                .as(month.month().toString())
                .isEqualTo(month.sent()));
        assertThat(report.levels()).extracting(Backtests.Level::messages).containsExactly(4, 4, 4, 4, 0);
        assertThat(report.customers()).isEqualTo(4);
        assertThat(report.paidUnasked()).isZero();
        assertThat(run(tenant, draftOf(10)).messages()).isEqualTo(4);
        assertThat(run(world.aTenant(), draftOf(10)).invoices()).isZero();
    }

    @Test
    void refusesWhatIsNoPolicy() {
        var tenant = world.aTenant();
        assertThat(world.in(tenant, () -> backtests.run(new Draft("", List.of(), List.of()), 12)))
                .isInstanceOf(Outcome.Refused.class);
    }

    private Report run(TenantId tenant, Draft draft) {
        return ((Outcome.Done) world.in(tenant, () -> backtests.run(draft, 3))).report();
    }

    private static Draft draftOf(int... offsets) {
        return new Draft(
                "Tried",
                IntStream.of(offsets)
                        .mapToObj(days -> new DraftStep(days, StepChannel.EMAIL, "reminder.due", Tone.NEUTRAL))
                        .toList(),
                List.of());
    }

    private void walk(Duration way) {
        clock.advance(Duration.ofHours(3));
        for (int days = 0; days < way.toDays(); days++) {
            engines.wake();
            world.untilQuiet();
            clock.advance(Duration.ofDays(1));
        }
        engines.wake();
        world.untilQuiet();
    }
}
