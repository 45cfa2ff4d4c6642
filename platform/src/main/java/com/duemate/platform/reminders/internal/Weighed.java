package com.duemate.platform.reminders.internal;

import com.duemate.platform.reminders.Decision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of weighing a customer.
 *
 * @param reminder null when nothing goes out now
 * @param decisions at most one a step, one for every step that was due
 */
record Weighed(@Nullable Reminder reminder, List<Decision> decisions) {}
