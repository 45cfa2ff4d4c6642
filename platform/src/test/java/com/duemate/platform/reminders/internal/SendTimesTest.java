package com.duemate.platform.reminders.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.reminders.Holidays;
import com.duemate.platform.reminders.SendHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SendTimesTest {

    private static final List<String> ZONES = List.copyOf(new TreeSet<>(ZoneId.getAvailableZoneIds()));
    private static final SendHours WHOLE_DAY = hours("00:00", "23:59", "00:00");

    @Example
    void goesOutAtThePreferredHourOfTheRecipient() {
        assertThat(standard("Asia/Tokyo").dueAt(day("2026-03-10"))).isEqualTo("2026-03-10T01:00:00Z");
        assertThat(standard("America/New_York").dueAt(day("2026-03-06"))).isEqualTo("2026-03-06T15:00:00Z");
        assertThat(standard("America/New_York").dueAt(day("2026-03-09"))).isEqualTo("2026-03-09T14:00:00Z");
    }

    @Example
    void opensWithTheFirstInstantAfterAMidnightThatWasSkipped() {
        assertThat(new SendTimes(ZoneId.of("America/Sao_Paulo"), WHOLE_DAY).dueAt(day("2018-11-04")))
                .isEqualTo("2018-11-04T03:00:00Z");
        assertThat(new SendTimes(ZoneId.of("Asia/Beirut"), WHOLE_DAY).dueAt(day("2022-03-27")))
                .isEqualTo("2022-03-26T22:00:00Z");
        assertThat(standard("America/Sao_Paulo").nextOpening(local("America/Sao_Paulo", "2018-11-03T23:30")))
                .isEqualTo(local("America/Sao_Paulo", "2018-11-04T08:00"));
    }

    @Example
    void movesTheDayApiaLeftOutToTheNext() {
        assertThat(standard("Pacific/Apia").dueAt(day("2011-12-30")))
                .isEqualTo(local("Pacific/Apia", "2011-12-31T10:00"));
        assertThat(standard("Pacific/Apia").nextOpening(local("Pacific/Apia", "2011-12-29T21:00")))
                .isEqualTo(local("Pacific/Apia", "2011-12-31T08:00"));
    }

    @Example
    void takesAnHourThatComesTwiceWhenItComesFirst() {
        var night = new SendTimes(ZoneId.of("Europe/Berlin"), hours("02:00", "03:00", "02:30"));

        assertThat(night.dueAt(day("2026-10-25"))).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(night.isOpen(Instant.parse("2026-10-25T01:30:00Z"))).isTrue();
    }

    /** Alaska lived 18 October 1867 a second time from half past three in the afternoon. */
    @Example
    void opensAgainOnADayThatComesTwice() {
        var afternoon = new SendTimes(ZoneId.of("America/Juneau"), hours("16:00", "17:00", "16:00"));
        var secondEighteenth = Instant.parse("1867-10-19T00:57:41Z");

        assertThat(afternoon.nextOpening(secondEighteenth.minus(Duration.ofHours(12))))
                .isEqualTo(secondEighteenth);
        assertThat(afternoon.dueAfter(secondEighteenth, day("1867-10-18")))
                .isEqualTo(secondEighteenth.plus(Duration.ofDays(1)));
    }

    @Example
    void waitsADayWhenTheClockJumpsOverTheWholeWindow() {
        var night = new SendTimes(ZoneId.of("Europe/Berlin"), hours("02:00", "03:00", "02:30"));

        assertThat(night.dueAt(day("2026-03-29"))).isEqualTo(local("Europe/Berlin", "2026-03-30T02:30"));
        assertThat(night.nextOpening(local("Europe/Berlin", "2026-03-29T00:00")))
                .isEqualTo(local("Europe/Berlin", "2026-03-30T02:00"));
    }

    @Example
    void restsAtWeekends() {
        var times = new SendTimes(
                ZoneId.of("Europe/Paris"),
                new SendHours(
                        LocalTime.of(8, 0),
                        LocalTime.of(21, 0),
                        LocalTime.of(10, 0),
                        SendHours.WEEKEND,
                        Holidays.NONE));

        assertThat(times.dueAt(day("2026-03-07"))).isEqualTo(local("Europe/Paris", "2026-03-09T10:00"));
        assertThat(times.nextOpening(local("Europe/Paris", "2026-03-06T21:00")))
                .isEqualTo(local("Europe/Paris", "2026-03-09T08:00"));
    }

    /** Every jump of every zone's clock from 1970 to 2037, looked at from three days before to a day after. */
    @Example
    void opensInTimeAroundEveryJumpOfEveryClock() {
        int jumps = 0;
        for (var id : ZONES) {
            var rules = ZoneId.of(id).getRules();
            var times = standard(id);
            var jump = rules.nextTransition(Instant.parse("1970-01-01T00:00:00Z"));
            while (jump != null && jump.getInstant().isBefore(Instant.parse("2037-01-01T00:00:00Z"))) {
                jumps++;
                for (int hours : new int[] {-72, -30, -9, -1, 0, 1, 24}) {
                    var from = jump.getInstant().plus(Duration.ofHours(hours));
                    var open = times.nextOpening(from);
                    assertThat(times.isOpen(open) && !open.isBefore(from)).isTrue();
                    assertThat(Duration.between(from, open)).isLessThan(Duration.ofDays(2));
                }
                var due = times.dueAt(jump.getDateTimeBefore().toLocalDate());
                assertThat(times.isOpen(due)).isTrue();
                jump = rules.nextTransition(jump.getInstant());
            }
        }
        assertThat(ZONES).hasSizeGreaterThan(500);
        assertThat(jumps).isGreaterThan(20_000);
    }

    @Property(tries = 1500)
    void nextOpeningIsWhatWatchingTheClockMinuteByMinuteFinds(
            @ForAll("zones") String zone, @ForAll("moments") Instant moment, @ForAll("windows") SendHours hours) {
        var times = new SendTimes(ZoneId.of(zone), hours);

        for (var from : List.of(moment, beforeNextJump(zone, moment))) {
            var watched = from;
            while (!open(watched, zone, hours)) {
                watched = watched.plusSeconds(60);
            }
            assertThat(times.nextOpening(from)).isEqualTo(watched);
        }
    }

    @Property(tries = 1500)
    void isNeverEarlyNeverOutsideTheWindowAndKeepsTheOrderOfDays(
            @ForAll("zones") String zone, @ForAll("moments") Instant moment, @ForAll("windows") SendHours hours) {
        var times = new SendTimes(ZoneId.of(zone), hours);
        var day = times.today(moment);
        var previous = Instant.MIN;
        for (int i = 0; i < 10; i++, day = day.plusDays(1)) {
            var due = times.dueAt(day);
            var shown = LocalDateTime.ofInstant(due, ZoneId.of(zone));

            assertThat(open(due, zone, hours)).isTrue();
            assertThat(shown).isAfterOrEqualTo(day.atTime(hours.preferred()));
            assertThat(shown.toLocalDate()).isBeforeOrEqualTo(day.plusDays(4));
            assertThat(due).isAfterOrEqualTo(previous);
            previous = due;
        }
    }

    @Provide
    Arbitrary<String> zones() {
        return Arbitraries.of(ZONES);
    }

    /** Whole minutes; before 1975 a few clocks were off by seconds. */
    @Provide
    Arbitrary<Instant> moments() {
        long first = Instant.parse("1975-01-01T00:00:00Z").getEpochSecond() / 60;
        long last = Instant.parse("2040-01-01T00:00:00Z").getEpochSecond() / 60;
        return Arbitraries.longs().between(first, last).map(minute -> Instant.ofEpochSecond(minute * 60));
    }

    @Provide
    Arbitrary<SendHours> windows() {
        var times = Arbitraries.integers().between(0, 24 * 60 - 1);
        return Combinators.combine(times, times, times, Arbitraries.of(true, false))
                .as((one, two, three, weekends) -> {
                    var sorted = new ArrayList<>(new TreeSet<>(List.of(one, two, three)));
                    int opens = sorted.getFirst();
                    int closes = Math.min(24 * 60 - 1, Math.max(sorted.getLast(), opens + 1));
                    int preferred = Math.min(sorted.size() > 1 ? sorted.get(1) : opens, closes - 1);
                    opens = Math.min(opens, preferred);
                    return new SendHours(
                            minute(opens),
                            minute(closes),
                            minute(preferred),
                            weekends ? SendHours.WEEKEND : Set.of(),
                            Holidays.NONE);
                });
    }

    private static Instant beforeNextJump(String zone, Instant moment) {
        var jump = ZoneId.of(zone).getRules().nextTransition(moment);
        return jump == null ? moment : jump.getInstant().minus(Duration.ofHours(25));
    }

    /** The window as a person reads it, apart from the code under test. */
    private static boolean open(Instant at, String zone, SendHours hours) {
        var shown = at.atZone(ZoneId.of(zone));
        var time = shown.toLocalTime();
        return time.compareTo(hours.opens()) >= 0
                && time.compareTo(hours.closes()) < 0
                && !hours.daysOff().contains(shown.getDayOfWeek());
    }

    private static SendTimes standard(String zone) {
        return new SendTimes(ZoneId.of(zone), SendHours.STANDARD);
    }

    private static SendHours hours(String opens, String closes, String preferred) {
        return new SendHours(
                LocalTime.parse(opens), LocalTime.parse(closes), LocalTime.parse(preferred), Set.of(), Holidays.NONE);
    }

    private static LocalTime minute(int ofDay) {
        return LocalTime.ofSecondOfDay(ofDay * 60L);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static Instant local(String zone, String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of(zone)).toInstant();
    }
}
