/**
 * What stands between a decision to write and a message that leaves: switches that people throw, circuits that open by
 * themselves, the hold after a backup came back, and monthly allowances. Correctness is in PostgreSQL: each weighing and each
 * hand-over asks there.
 */
@NullMarked
@NamedInterface("safety")
package com.duemate.platform.reminders.safety;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
