package com.duemate.platform.reminders;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * When messages may go out, by the recipient's own clock and calendar.
 *
 * @param opens first time of day a message may go out
 * @param closes from this time on none may; later than {@code opens}, a window does not cross midnight
 * @param preferred when a step goes out if nothing stands in its way; within the window
 * @param skipWeekends whether Saturdays and Sundays are days off
 */
public record SendHours(LocalTime opens, LocalTime closes, LocalTime preferred, boolean skipWeekends) {

    public static final SendHours STANDARD =
            new SendHours(LocalTime.of(8, 0), LocalTime.of(21, 0), LocalTime.of(10, 0), false);

    /** @throws IllegalArgumentException when the window is empty or the preferred time lies outside it */
    public SendHours {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("the window must open before it closes: " + opens + ", " + closes);
        }
        if (preferred.isBefore(opens) || !preferred.isBefore(closes)) {
            throw new IllegalArgumentException("the preferred time lies outside the window: " + preferred);
        }
    }

    public boolean within(LocalTime time) {
        return !time.isBefore(opens) && time.isBefore(closes);
    }

    public boolean dayOff(LocalDate day) {
        return skipWeekends && (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY);
    }
}
