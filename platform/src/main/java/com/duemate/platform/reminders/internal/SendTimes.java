package com.duemate.platform.reminders.internal;

import com.duemate.platform.reminders.SendHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns days into instants for one recipient, and says when their window is open.
 *
 * <p>The window is a set of instants: those at which the recipient's clock shows a time within the hours, on a day that is no
 * day off. Where the zone's clock jumps, no rule of its own is needed: an hour that is skipped holds no instant, one that is
 * repeated holds its instants twice, and a day the zone left out (Apia, 30 December 2011) holds none, so that its steps move to
 * the next day. A time of day that was skipped counts as reached when the clock jumps over it; a time that comes twice, when it
 * comes first.
 *
 * @param advised when steps go out on their day instead of at the preferred time, within the hours; null for then
 */
record SendTimes(ZoneId zone, SendHours hours, @Nullable LocalTime advised) {

    /** Days off in a row, with a skipped day and a window that falls into a clock's jump, stay far below this. */
    private static final int DAYS_AHEAD = 60;

    SendTimes(ZoneId zone, SendHours hours) {
        this(zone, hours, null);
    }

    LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, zone);
    }

    boolean isOpen(Instant at) {
        var local = LocalDateTime.ofInstant(at, zone);
        return hours.within(local.toLocalTime()) && !hours.dayOff(local.toLocalDate());
    }

    /** When each of an invoice's steps goes out if nothing stands in its way; none before the one ahead of it. */
    List<Instant> dueAt(List<PlannedStep> steps) {
        var all = new ArrayList<Instant>();
        var earliest = Instant.MIN;
        for (var planned : steps) {
            var day = planned.step().timing().goesBack() ? hours.workingDayUpTo(planned.day()) : planned.day();
            var at = dueAt(day);
            earliest = at.isAfter(earliest) ? at : earliest;
            all.add(earliest);
        }
        return all;
    }

    /**
     * When what is meant for this day goes out: at the preferred time, else at the next the window allows; never earlier. Advice
     * changes the time of that day, never the day.
     */
    Instant dueAt(LocalDate meant) {
        for (int i = 0; i < DAYS_AHEAD; i++) {
            var day = meant.plusDays(i);
            var open = nextOpening(firstAt(day, hours.preferred()));
            if (today(open).equals(day)) {
                return advised == null ? open : onThatDay(day, advised, open);
            }
        }
        throw new IllegalStateException("no opening in " + zone + " in " + DAYS_AHEAD + " days from " + meant);
    }

    private Instant onThatDay(LocalDate day, LocalTime time, Instant otherwise) {
        var open = nextOpening(firstAt(day, time));
        return today(open).equals(day) ? open : otherwise;
    }

    /** As {@link #dueAt}, and after {@code now} also where a calendar shows the same day twice. */
    Instant dueAfter(Instant now, LocalDate meant) {
        var day = meant;
        var due = dueAt(day);
        while (!due.isAfter(now)) {
            day = day.plusDays(1);
            due = dueAt(day);
        }
        return due;
    }

    /** The first instant from this one on at which the window is open; this one itself when it is. */
    Instant nextOpening(Instant from) {
        if (isOpen(from)) {
            return from;
        }
        var byClock = openingByTheClock(from);
        var rules = zone.getRules();
        var jump = rules.nextTransition(from.minusNanos(1));
        while (jump != null && (byClock == null || jump.getInstant().isBefore(byClock))) {
            if (isOpen(jump.getInstant())) {
                return jump.getInstant();
            }
            if (jump.getInstant().isAfter(from.plus(Duration.ofDays(DAYS_AHEAD)))) {
                break;
            }
            jump = rules.nextTransition(jump.getInstant());
        }
        if (byClock == null) {
            throw new IllegalStateException("no opening in " + zone + " in " + DAYS_AHEAD + " days from " + from);
        }
        return byClock;
    }

    /** The earliest instant from here on at which the clock shows the opening time; days may come twice, hence from yesterday. */
    private @Nullable Instant openingByTheClock(Instant from) {
        var day = today(from).minusDays(1);
        Instant earliest = null;
        for (int i = 0; i < DAYS_AHEAD; i++, day = day.plusDays(1)) {
            if (earliest != null && day.isAfter(today(earliest).plusDays(1))) {
                break;
            }
            var opening = day.atTime(hours.opens());
            for (var offset : zone.getRules().getValidOffsets(opening)) {
                var at = opening.toInstant(offset);
                if (!at.isBefore(from) && isOpen(at) && (earliest == null || at.isBefore(earliest))) {
                    earliest = at;
                }
            }
        }
        return earliest;
    }

    private Instant firstAt(LocalDate day, LocalTime time) {
        var local = day.atTime(time);
        var rules = zone.getRules();
        var offsets = rules.getValidOffsets(local);
        return offsets.isEmpty() ? rules.getTransition(local).getInstant() : local.toInstant(offsets.getFirst());
    }
}
