package com.duemate.platform.reminders.internal;

import com.duemate.platform.reminders.tasks.TaskBook;
import java.util.Optional;
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

    /** In the caller's transaction, at most once for a level of a cycle; empty when the address is suppressed. */
    Optional<Carrier> make(Dossier dossier, Reminder reminder) {
        if (!reminder.channel().byHand()) {
            return messages.queue(dossier, reminder).map(Carrier.Message::new);
        }
        var id = tasks.give(new TaskBook.NewTask(
                dossier.customer(),
                reminder.channel(),
                reminder.level(),
                reminder.tone(),
                reminder.invoices(),
                dossier.situation().now()));
        return Optional.of(new Carrier.Task(id));
    }
}
