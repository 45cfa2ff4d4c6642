package com.duemate.platform.reminders.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What is usual, over years of businesses with a rhythm. */
class BandTest {

    private static final Band.Floor FLOOR = new Band.Floor(60, 5_000);
    private static final LocalDate START = LocalDate.of(2025, 1, 1);

    @Property(tries = 300)
    void aYearWithItsRhythmNeverOpensTheCircuit(
            @ForAll @IntRange(min = 1, max = 4_000) int size,
            @ForAll @IntRange(max = 27) int invoiceDay,
            @ForAll long seed) {
        var year = year(size, invoiceDay, seed, 500);
        for (var day = START; day.isBefore(START.plusDays(500)); day = day.plusDays(1)) {
            var band = Band.of(before(year, day), day, FLOOR);
            long window = year.getOrDefault(day, 0L) + year.getOrDefault(day.minusDays(1), 0L);
            assertThat(window).as("%s, %s", day, band).isLessThanOrEqualTo(band.opensAbove());
        }
    }

    @Property(tries = 300)
    void twentyTimesTheBusiestDaysVolumeOpensItBeforeHalfIsOut(
            @ForAll @IntRange(min = 30, max = 4_000) int size,
            @ForAll @IntRange(max = 27) int invoiceDay,
            @ForAll @IntRange(min = 120, max = 490) int at,
            @ForAll long seed) {
        var year = year(size, invoiceDay, seed, 500);
        var day = START.plusDays(at);
        long busiest = year.entrySet().stream()
                .filter(each -> !each.getKey().isBefore(day.minusDays(91))
                        && each.getKey().isBefore(day))
                .mapToLong(Map.Entry::getValue)
                .max()
                .orElseThrow();
        var band = Band.of(before(year, day), day, FLOOR);
        assertThat(band.opensAbove()).isLessThan(Math.max(61, 10 * busiest));
    }

    @Property
    void twentyTimesAnyUsualDayOpensItBeforeHalfIsOut(
            @ForAll @LongRange(min = 7, max = 100_000) long usual, @ForAll @IntRange(min = 40, max = 100) int days) {
        var past = new HashMap<LocalDate, Long>();
        for (int i = 1; i <= days; i++) {
            past.put(START.minusDays(i), usual);
        }
        var band = Band.of(past, START, FLOOR);
        assertThat(band.usual()).isEqualTo(usual);
        assertThat(band.opensAbove()).isLessThan(20 * usual / 2);
        assertThat(band.unusualAbove()).isBetween(usual, band.opensAbove());
    }

    @Property
    void whoIsNewHasOnlyTheGenerousLimit(
            @ForAll @IntRange(max = Band.KNOWN_AFTER - 1) int days, @ForAll @LongRange(max = 4_000) long each) {
        var past = new HashMap<LocalDate, Long>();
        for (int i = 1; i <= days; i++) {
            past.put(START.minusDays(i), each);
        }
        var band = Band.of(past, START, FLOOR);
        assertThat(band.known()).isFalse();
        assertThat(band.opensAbove()).isEqualTo(FLOOR.unknown());
    }

    @Property
    void theFutureTeachesNothing(@ForAll @LongRange(max = 1_000_000) long later) {
        var past = new HashMap<LocalDate, Long>();
        for (int i = 1; i <= 60; i++) {
            past.put(START.minusDays(i), 5L);
        }
        var band = Band.of(past, START, FLOOR);
        past.put(START, later);
        past.put(START.plusDays(1), later);
        assertThat(Band.of(past, START, FLOOR)).isEqualTo(band);
    }

    /**
     * A business as the demo has it: working days with some reminders, most of a month's within a few days after its invoice day
     * and after the days of its policy, moved to Monday by weekends, a few per cent more each month, with noise; two weeks of
     * holidays make their days empty and the day after them full.
     */
    private static Map<LocalDate, Long> year(int size, int invoiceDay, long seed, int days) {
        var random = new Random(seed);
        var year = new HashMap<LocalDate, Long>();
        double growth = 1;
        for (var day = START; day.isBefore(START.plusDays(days)); day = day.plusDays(1)) {
            growth *= 1.001;
            double volume = size * growth * (0.01 + 0.01 * random.nextDouble());
            for (int offset : new int[] {0, 7, 14}) {
                if (day.minusDays(offset).getDayOfMonth() == invoiceDay + 1) {
                    volume += size * growth * (0.2 + 0.15 * random.nextDouble());
                }
            }
            var sentOn = day;
            while (isOff(sentOn)) {
                sentOn = sentOn.plusDays(1);
            }
            year.merge(sentOn, Math.round(volume), Long::sum);
        }
        return year;
    }

    private static boolean isOff(LocalDate day) {
        boolean isWeekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        boolean isHoliday = day.getMonthValue() == 12 && day.getDayOfMonth() >= 24 && day.getDayOfMonth() <= 26
                || day.getMonthValue() == 4 && day.getDayOfMonth() >= 18 && day.getDayOfMonth() <= 21;
        return isWeekend || isHoliday;
    }

    private static Map<LocalDate, Long> before(Map<LocalDate, Long> all, LocalDate day) {
        return all.entrySet().stream()
                .filter(each -> each.getKey().isBefore(day) && !each.getKey().isBefore(day.minusDays(Band.DAYS_BACK)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
