package com.duemate.platform.reminders.internal;

import com.duemate.platform.reminders.Decision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of weighing a customer.
 *
 * @param reminder null when nothing goes out now
 * @param decisions at most one a step; one for every step that was due, unless there is more
 * @param more steps are due that a message of their own may ask for, now that this one has gone out: weigh again {@link Situation#after}
 */
record Weighed(@Nullable Reminder reminder, List<Decision> decisions, boolean more) {}
