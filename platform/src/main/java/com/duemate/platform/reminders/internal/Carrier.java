package com.duemate.platform.reminders.internal;

import com.duemate.platform.notifications.MessageId;
import com.duemate.platform.reminders.TaskId;

/** What a step went out with. */
sealed interface Carrier {

    record Message(MessageId id) implements Carrier {}

    record Task(TaskId id) implements Carrier {}

    /** A message that is written together with others, at the end of the turn. @param number its place among them, from 0 */
    record Planned(int number) implements Carrier {}
}
