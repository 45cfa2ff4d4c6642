package com.duemate.platform.reminders.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.reminders.SendHours;
import com.duemate.platform.reminders.SendRules;
import com.duemate.platform.reminders.SendingTimes;
import com.duemate.platform.reminders.SendingTimes.Draft;
import com.duemate.platform.reminders.SendingTimes.Outcome;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SendingTimesTest extends EngineLife {

    private static final Draft NINE_TO_FIVE =
            new Draft(LocalTime.of(9, 0), LocalTime.of(17, 0), LocalTime.of(11, 30), Set.of(), "", 1, 7);

    @Autowired
    SendingTimes times;

    @Test
    void aTenantThatNeverSaidHasTheStandardRules() {
        assertThat(world.in(tenant, times::current)).isEqualTo(SendRules.STANDARD);
    }

    @Test
    void waitingStepsMoveToTheNewTimes() {
        clock.set(NIGHT);
        world.anInvoice(tenant, world.aCustomer(tenant), 5_000, TODAY.plusDays(30));
        settle();
        assertThat(
                        text(
                                "select distinct to_char(due_at at time zone 'Europe/Lisbon', 'HH24:MI') from reminders.scheduled_step"))
                .containsExactly("10:00");

        assertThat(change(NINE_TO_FIVE)).isInstanceOf(Outcome.Done.class);
        settle();

        assertThat(
                        text(
                                "select distinct to_char(due_at at time zone 'Europe/Lisbon', 'HH24:MI') from reminders.scheduled_step"))
                .containsExactly("11:30");
        assertThat(text("select action from audit.entry where action like 'reminders.%'"))
                .contains("reminders.changeSendingTimes");
    }

    @Test
    void nothingGoesOutOnAHolidayAndTheTraceNamesIt() {
        change(new Draft(LocalTime.of(8, 0), LocalTime.of(21, 0), LocalTime.of(10, 0), SendHours.WEEKEND, "PT", 1, 7));
        // Good Friday of 2026 is 3 April; Easter Sunday and Saturday are a weekend.
        clock.set(java.time.LocalDate.of(2026, 4, 2).atTime(12, 0).toInstant(ZoneOffset.UTC));
        world.anInvoice(tenant, world.aCustomer(tenant), 5_000, java.time.LocalDate.of(2026, 4, 3));
        settle();
        sent().clear();
        clock.set(java.time.LocalDate.of(2026, 4, 3).atTime(12, 0).toInstant(ZoneOffset.UTC));
        settle();
        assertThat(text("select min(due_at at time zone 'Europe/Lisbon')::date::text from reminders.scheduled_step"))
                .containsExactly("2026-04-06");
    }

    @Test
    void refusesWhatCannotBeAndKeepsWhatWas() {
        var late = LocalTime.of(22, 0);
        var bad = java.util.List.of(
                new Draft(late, LocalTime.of(8, 0), late, Set.of(), "", 1, 7),
                new Draft(LocalTime.of(8, 0), LocalTime.of(21, 0), late, Set.of(), "", 1, 7),
                new Draft(LocalTime.of(8, 0), late, LocalTime.of(9, 0), Set.of(java.time.DayOfWeek.values()), "", 1, 7),
                new Draft(LocalTime.of(8, 0), late, LocalTime.of(9, 0), Set.of(), "XX", 1, 7),
                new Draft(LocalTime.of(8, 0), late, LocalTime.of(9, 0), Set.of(), "", 0, 7),
                new Draft(LocalTime.of(8, 0), late, LocalTime.of(9, 0), Set.of(), "", 3, 2));
        assertThat(bad)
                .extracting(draft -> ((Outcome.Refused) change(draft)).field())
                .containsExactly("closes", "preferred", "daysOff", "region", "perDay", "perWeek");
        assertThat(world.in(tenant, times::current)).isEqualTo(SendRules.STANDARD);
    }

    @Test
    void anotherTenantsRulesStayItsOwn() {
        change(NINE_TO_FIVE);
        assertThat(world.in(world.aTenant(), times::current)).isEqualTo(SendRules.STANDARD);
    }

    private Outcome change(Draft draft) {
        return world.in(tenant, () -> times.change(draft));
    }
}
