package com.duemate.platform.reminders.internal;

import com.duemate.platform.reminders.Step;
import java.time.LocalDate;

/**
 * A step of a policy on the calendar of one invoice, not decided yet.
 *
 * @param day the day it is meant for, before the recipient's zone and days off are looked at
 */
record PlannedStep(Step step, LocalDate day) {

    int position() {
        return step.position();
    }

    /** Whether it is an advance notice of that due date. */
    boolean isBefore(LocalDate dueOn) {
        return day.isBefore(dueOn);
    }
}
