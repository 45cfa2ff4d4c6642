package com.duemate.platform.reminders.safety;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * How many messages in 24 hours are usual on a day, learned from the days before it: a pure function.
 *
 * <p>Reminders come in waves. Most businesses have a week's rhythm, since days off push messages to the next working day, and a
 * month's, since invoices go out on the same days. So two questions are asked of the past: what the last eight days of the same
 * name were like (their median and three spreads, the spread being 1.4826 times the median distance from the median), and what
 * the highest day within eight days of this day of the month was in the three months before. The higher answer is usual. Twice
 * that is worth a word beforehand, four times that opens the circuit. While fewer than {@link #KNOWN_AFTER} days are behind,
 * nothing is known, and only the generous absolute limit holds.
 *
 * @param usual what may be expected at most
 * @param unusualAbove worth a word
 * @param opensAbove no further without a person
 * @param known false while there is too little to go by
 */
record Band(long usual, long unusualAbove, long opensAbove, boolean known) {

    /** How far back days matter. */
    static final int DAYS_BACK = 100;

    static final int KNOWN_AFTER = 36;

    private static final int WEEKS = 8;
    private static final int MONTHS = 3;
    private static final int AROUND = 8;
    private static final int OPENS_AT = 4;
    private static final int UNUSUAL_AT = 2;

    /** @param known messages in 24 hours below which nothing opens; @param unknown the same while the past is too short */
    record Floor(long known, long unknown) {}

    /** @param past messages of each day before; days without any may be missing */
    static Band of(Map<LocalDate, Long> past, LocalDate day, Floor floor) {
        var days = past.keySet().stream().filter(each -> each.isBefore(day)).toList();
        var first = days.stream().min(LocalDate::compareTo).orElse(day);
        if (ChronoUnit.DAYS.between(first, day) < KNOWN_AFTER) {
            long highest = days.stream()
                    .mapToLong(each -> past.getOrDefault(each, 0L))
                    .max()
                    .orElse(0);
            return new Band(highest, Math.max(floor.unknown / 2, 2 * highest), floor.unknown, false);
        }
        long usual = Math.max(ofWeekday(past, day, first), ofDayOfMonth(past, day));
        return new Band(
                usual, Math.max(floor.known / 2, UNUSUAL_AT * usual), Math.max(floor.known, OPENS_AT * usual), true);
    }

    /** The same after somebody let messages go all the same: ten times as much, and it stays watched. */
    Band allowingMore() {
        return new Band(usual, unusualAbove, 10 * opensAbove, known);
    }

    private static long ofWeekday(Map<LocalDate, Long> past, LocalDate day, LocalDate first) {
        var same = LongStream.rangeClosed(1, WEEKS)
                .mapToObj(day::minusWeeks)
                .filter(each -> !each.isBefore(first))
                .map(each -> past.getOrDefault(each, 0L))
                .toList();
        double middle = median(same);
        double spread = 1.4826
                * median(same.stream()
                        .map(each -> Math.round(Math.abs(each - middle)))
                        .toList());
        return Math.round(middle + 3 * spread);
    }

    private static long ofDayOfMonth(Map<LocalDate, Long> past, LocalDate day) {
        return LongStream.rangeClosed(1, MONTHS)
                .mapToObj(day::minusMonths)
                .flatMap(middle -> LongStream.rangeClosed(-AROUND, AROUND).mapToObj(middle::plusDays))
                .filter(each -> each.isBefore(day))
                .mapToLong(each -> past.getOrDefault(each, 0L))
                .max()
                .orElse(0);
    }

    private static double median(List<Long> values) {
        if (values.isEmpty()) {
            return 0;
        }
        var sorted = values.stream().mapToLong(Long::longValue).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2.0;
    }
}
