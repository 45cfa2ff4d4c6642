package com.duemate.platform.reminders.internal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A dunning block a person put on an invoice or a customer.
 *
 * @param until its last day; null when it stands until somebody releases it
 */
record Hold(@Nullable LocalDate until) {

    boolean standsOn(LocalDate day) {
        return until == null || !day.isAfter(until);
    }
}
