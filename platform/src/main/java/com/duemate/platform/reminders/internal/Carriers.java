package com.duemate.platform.reminders.internal;

import com.duemate.platform.notifications.MessageId;
import com.duemate.platform.reminders.tasks.TaskBook;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes what a weighing lets out: a message, or something for a person to do. */
@Component
class Carriers {

    private final ReminderMessages messages;
    private final TaskBook tasks;

    Carriers(ReminderMessages messages, TaskBook tasks) {
        this.messages = messages;
        this.tasks = tasks;
    }

    /**
     * In the caller's transaction, at most once for a level of a cycle.
     *
     * @param together messages to be written at the end of the turn, or null to write one at once
     * @return empty when the address is suppressed, which shows only when it is written at once
     */
    Optional<Carrier> make(Dossier dossier, Reminder reminder, @Nullable List<ReminderMessages.Draft> together) {
        if (!reminder.channel().byHand()) {
            if (together == null) {
                return messages.queue(dossier, reminder).map(Carrier.Message::new);
            }
            together.add(new ReminderMessages.Draft(dossier, reminder));
            return Optional.of(new Carrier.Planned(together.size() - 1));
        }
        var id = tasks.give(new TaskBook.NewTask(
                dossier.customer(),
                reminder.channel(),
                reminder.level(),
                reminder.tone(),
                reminder.invoices(),
                reminder.sender(),
                dossier.situation().now()));
        return Optional.of(new Carrier.Task(id));
    }

    /** Writes the messages of a turn; @return their ids in order */
    List<MessageId> write(List<ReminderMessages.Draft> together) {
        return messages.queueAll(together);
    }
}
