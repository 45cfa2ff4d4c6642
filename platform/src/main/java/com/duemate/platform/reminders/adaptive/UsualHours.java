package com.duemate.platform.reminders.adaptive;

import com.duemate.platform.reminders.SendHours;
import java.time.LocalTime;
import java.util.Optional;

/**
 * The hours of the day in which a customer usually acts, by its own clock.
 *
 * @param from the hour they begin, 0 to 23
 * @param to the hour they end, later than {@code from}, at most 24
 */
public record UsualHours(int from, int to) {

    /** @throws IllegalArgumentException when they are no run of hours of one day */
    public UsualHours {
        if (from < 0 || to <= from || to > 24) {
            throw new IllegalArgumentException("no hours of a day: " + from + " to " + to);
        }
    }

    public LocalTime begins() {
        return LocalTime.of(from, 0);
    }

    /** Midnight for the end of the day. */
    public LocalTime ends() {
        return LocalTime.of(to % 24, 0);
    }

    /** The first time in them at which messages may go out; empty when none of them is. */
    public Optional<LocalTime> firstWithin(SendHours hours) {
        var first = begins().isAfter(hours.opens()) ? begins() : hours.opens();
        boolean usual = to == 24 || first.isBefore(ends());
        return usual && hours.within(first) ? Optional.of(first) : Optional.empty();
    }
}
