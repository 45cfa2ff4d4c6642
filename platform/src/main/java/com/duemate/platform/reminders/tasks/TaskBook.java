package com.duemate.platform.reminders.tasks;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.reminders.EscalatedSender;
import com.duemate.platform.reminders.StepChannel;
import com.duemate.platform.reminders.StepKey;
import com.duemate.platform.reminders.TaskId;
import com.duemate.platform.reminders.Tone;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Gives people tasks, in the transaction of the decision that does. */
@Repository
public class TaskBook {

    private final JdbcClient jdbc;

    TaskBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param invoices what it asks for, oldest first; @param sender in whose name, null for the tenant's own */
    public record NewTask(
            CustomerId customer,
            StepChannel channel,
            StepKey step,
            Tone tone,
            List<InvoiceId> invoices,
            @Nullable EscalatedSender sender,
            Instant givenAt) {}

    /** At most one for a step; asked again, the same. */
    public TaskId give(NewTask task) {
        return jdbc.sql("""
                        insert into reminders.task (id, customer_id, channel, invoice_id, cycle, position, tone, invoices,
                                                    sender_name, reply_to, given_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (tenant_id, invoice_id, cycle, position) do update set given_at = reminders.task.given_at
                        returning id""")
                .param(Ids.next())
                .param(task.customer.value())
                .param(task.channel.name())
                .param(task.step.invoice().value())
                .param(task.step.cycle())
                .param(task.step.position())
                .param(task.tone.name())
                .param(task.invoices.stream().map(InvoiceId::value).toArray(UUID[]::new))
                .param(task.sender == null ? null : task.sender.name())
                .param(task.sender == null ? null : task.sender.replyTo())
                .param(task.givenAt.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new TaskId(row.getObject(1, UUID.class)))
                .single();
    }
}
