package com.duemate.platform.reminders.internal;

import com.duemate.platform.notifications.MessageId;
import com.duemate.platform.reminders.TaskId;

/** What a step went out with. */
sealed interface Carrier {

    record Message(MessageId id) implements Carrier {}

    record Task(TaskId id) implements Carrier {}
}
