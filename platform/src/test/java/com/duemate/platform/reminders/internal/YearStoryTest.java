package com.duemate.platform.reminders.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.reminders.Holidays;
import com.duemate.platform.reminders.Reason;
import com.duemate.platform.reminders.SendHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A customer who never pays, invoiced every month for a year, by office hours and public holidays; {@link Rehearsal} holds every
 * weighing against hours, days off, budget and the order of levels.
 */
class YearStoryTest {

    private static final LocalTime PREFERRED = LocalTime.of(10, 0);

    /** Zones whose clocks jump by an hour in spring and autumn, by half an hour, twice a year around Ramadan, and not at all. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Lisbon",
                "America/New_York",
                "Australia/Lord_Howe",
                "Africa/Casablanca",
                "Asia/Kathmandu",
                "Pacific/Chatham"
            })
    void goesOutAtTheSameHourOfTheCustomersClockAllYear(String zone) {
        var life = aYear(zone, 2026, "PT");

        assertThat(life.sent).hasSizeGreaterThan(40);
        for (var letter : life.sent) {
            var local = LocalDateTime.ofInstant(letter.at(), ZoneId.of(zone));
            assertThat(local.toLocalTime()).isEqualTo(PREFERRED);
            assertThat(life.hours.dayOff(local.toLocalDate()))
                    .as(local.toString())
                    .isFalse();
        }
        assertThat(life.sent.stream()
                        .map(letter -> LocalDate.ofInstant(letter.at(), ZoneId.of(zone)))
                        .distinct())
                .hasSameSizeAs(life.sent);
    }

    @Test
    void leavesHolidaysOutAndGoesOnTheNextWorkingDay() {
        var life = life("Europe/Lisbon", 2026, "PT");
        life.add(SampleInvoice.dueOn("R-1", "2026-12-22"));
        life.walkTo("2027-01-31T00:00");

        assertThat(life.letters())
                .containsExactly(
                        "2026-12-21 10:00 R-1/1 [R-1]",
                        "2026-12-22 10:00 R-1/2 [R-1]",
                        "2026-12-29 10:00 R-1/3 [R-1]",
                        "2027-01-05 10:00 R-1/4 [R-1]",
                        "2027-01-21 10:00 R-1/5 [R-1]");
        var christmas = life("Europe/Lisbon", 2026, "PT");
        christmas.add(SampleInvoice.dueOn("R-2", "2026-12-25"));
        christmas.walkTo("2026-12-30T00:00");
        assertThat(christmas.letters()).containsExactly("2026-12-22 10:00 R-2/1 [R-2]", "2026-12-28 10:00 R-2/2 [R-2]");
    }

    @Test
    void comesBackAfterFiveDaysDownWithOneMessageAtTheRightLevel() {
        var life = life("Europe/Lisbon", 2026, "PT");
        var old = life.add(SampleInvoice.dueOn("R-1", "2026-06-08"));
        var young = life.add(SampleInvoice.dueOn("R-2", "2026-06-16"));
        life.walkTo("2026-06-12T12:00");
        int before = life.sent.size();

        life.sleepTo("2026-06-17T11:20");
        life.engineTurn();

        assertThat(life.sent).hasSize(before + 1);
        assertThat(life.letters().getLast()).isEqualTo("2026-06-17 11:20 R-1/3 [R-1, R-2]");
        assertThat(life.reason(old, 3)).isEqualTo(Reason.STEP_DUE);
        assertThat(life.reason(young, 1)).isEqualTo(Reason.SUPERSEDED_BY_LATER_STEP);
        assertThat(life.reason(young, 2)).isEqualTo(Reason.LISTED);
    }

    static Stream<String> everyZone() {
        return new TreeSet<>(ZoneId.getAvailableZoneIds()).stream();
    }

    /** Half a year each, with the days around which clocks change weighed every two hours. */
    @ParameterizedTest
    @MethodSource("everyZone")
    void keepsHoursBudgetAndOrderInEveryZoneThereIs(String zone) {
        var life = life(zone, 2026, "DE-BY");
        for (int i = 0; i < 3; i++) {
            life.add(SampleInvoice.dueOn("R-" + i, LocalDate.of(2026, 3, 1).plusDays(i * 9L), SampleInvoice.STANDARD));
        }
        life.walkFromStepToStep(Instant.parse("2026-03-06T00:00:00Z"));
        life.walk(Duration.ofHours(2), Instant.parse("2026-04-06T00:00:00Z"));
        life.walkFromStepToStep(Instant.parse("2026-07-01T00:00:00Z"));

        assertThat(life.sent).hasSizeBetween(5, 15);
        assertThat(life.invoices)
                .allSatisfy(invoice -> assertThat(invoice.waiting).isEmpty());
    }

    private static Rehearsal aYear(String zone, int year, String region) {
        var life = life(zone, year, region);
        for (int month = 1; month <= 12; month++) {
            life.add(SampleInvoice.dueOn(
                    "R-%02d".formatted(month), LocalDate.of(year, month, 15), SampleInvoice.STANDARD));
        }
        life.walkFromStepToStep(
                LocalDate.of(year + 1, 3, 1).atStartOfDay(ZoneId.of(zone)).toInstant());
        return life;
    }

    private static Rehearsal life(String zone, int year, String region) {
        var life = new Rehearsal(zone, year + "-01-01T00:00");
        life.hours = new SendHours(
                LocalTime.of(9, 0), LocalTime.of(17, 0), PREFERRED, SendHours.WEEKEND, new Holidays(region));
        return life;
    }
}
