/** Keeps what the engine gave people to do. Written with the decision that gave it, closed by a person. */
@NullMarked
package com.duemate.platform.reminders.tasks;

import org.jspecify.annotations.NullMarked;
