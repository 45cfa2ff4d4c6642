package com.duemate.platform.reminders;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * When messages may go out, by the recipient's own clock and calendar.
 *
 * @param opens first time of day a message may go out
 * @param closes from this time on none may; later than {@code opens}, a window does not cross midnight
 * @param preferred when a step goes out if nothing stands in its way; within the window
 * @param daysOff days of the week on which none may; not all of them
 * @param holidays on which none may either
 */
public record SendHours(
        LocalTime opens, LocalTime closes, LocalTime preferred, Set<DayOfWeek> daysOff, Holidays holidays) {

    public static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    public static final SendHours STANDARD =
            new SendHours(LocalTime.of(8, 0), LocalTime.of(21, 0), LocalTime.of(10, 0), Set.of(), Holidays.NONE);

    /** @throws IllegalArgumentException when the window is empty, the preferred time lies outside it, or no day is left */
    public SendHours {
        daysOff = Set.copyOf(daysOff);
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("the window must open before it closes: " + opens + ", " + closes);
        }
        if (preferred.isBefore(opens) || !preferred.isBefore(closes)) {
            throw new IllegalArgumentException("the preferred time lies outside the window: " + preferred);
        }
        if (daysOff.size() == DayOfWeek.values().length) {
            throw new IllegalArgumentException("every day is a day off");
        }
    }

    /** The days of the week on which messages go out. */
    public Set<DayOfWeek> daysOn() {
        var on = EnumSet.allOf(DayOfWeek.class);
        on.removeAll(daysOff);
        return on;
    }

    public boolean within(LocalTime time) {
        return !time.isBefore(opens) && time.isBefore(closes);
    }

    /** This day, or when it is a day off the last before it that is none. */
    public LocalDate workingDayUpTo(LocalDate day) {
        var last = day;
        while (dayOff(last)) {
            last = last.minusDays(1);
        }
        return last;
    }

    public boolean dayOff(LocalDate day) {
        return daysOff.contains(day.getDayOfWeek()) || holidays.isHoliday(day);
    }
}
