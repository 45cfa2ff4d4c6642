package com.duemate.platform.restapi.v1.reminders;

import com.duemate.platform.reminders.StepChannel;
import com.duemate.platform.reminders.Tasks.End;
import com.duemate.platform.reminders.Tasks.Owed;
import com.duemate.platform.reminders.Tasks.State;
import com.duemate.platform.reminders.Tasks.Task;
import com.duemate.platform.reminders.Tone;
import com.duemate.platform.restapi.MoneyJson;
import com.duemate.platform.restapi.v1.customers.AddressJson;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a policy gave a person to do.
 *
 * @param channel {@code LETTER} or {@code TASK}
 * @param level the step that gave it
 * @param address null when letters cannot reach the customer
 * @param invoices what it is about and still owed, oldest first
 * @param note what came of it; empty while open
 * @param end null while open
 * @param printedAt when its letter was printed last
 */
@Schema(name = "Task")
record TaskJson(
        UUID id,
        StepChannel channel,
        int level,
        Tone tone,
        UUID customerId,
        String customerName,
        @Nullable String phone,
        @Nullable String email,
        @Nullable AddressJson address,
        List<OwedJson> invoices,
        Instant givenAt,
        State state,
        String note,
        @Nullable EndJson end,
        @Nullable Instant printedAt) {

    @Schema(name = "OwedInvoice")
    record OwedJson(UUID id, String number, LocalDate dueOn, MoneyJson open) {

        static OwedJson of(Owed owed) {
            return new OwedJson(owed.id().value(), owed.number(), owed.dueOn(), MoneyJson.of(owed.open()));
        }
    }

    /** @param by the person who said so; null for a program */
    @Schema(name = "TaskEnd")
    record EndJson(Instant at, @Nullable String by) {

        static @Nullable EndJson of(@Nullable End end) {
            return end == null ? null : new EndJson(end.at(), end.by().isEmpty() ? null : end.by());
        }
    }

    static TaskJson of(Task task) {
        return new TaskJson(
                task.id().value(),
                task.channel(),
                task.level(),
                task.tone(),
                task.customer().value(),
                task.customerName(),
                task.phone(),
                task.email(),
                task.address() == null ? null : AddressJson.of(task.address()),
                task.invoices().stream().map(OwedJson::of).toList(),
                task.givenAt(),
                task.state(),
                task.note(),
                EndJson.of(task.end()),
                task.printedAt());
    }
}
