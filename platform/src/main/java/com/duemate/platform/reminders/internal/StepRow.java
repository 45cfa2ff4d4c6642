package com.duemate.platform.reminders.internal;

import com.duemate.platform.reminders.StepKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An undecided step as it is stored.
 *
 * @param wakesAt when it is weighed next: its own time, or when a postponed one is looked at again
 * @param reason why it waits; null when nothing stood in its way so far
 * @param place where PostgreSQL had it when it was read ({@code ctid}): a short cut, right only where the key is the same
 */
record StepRow(StepKey key, Instant wakesAt, @Nullable String reason, String place) {}
