package com.duemate.platform.reminders.internal;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.reminders.EscalatedSender;
import com.duemate.platform.reminders.StepChannel;
import com.duemate.platform.reminders.StepKey;
import com.duemate.platform.reminders.Tone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one message a weighing lets out.
 *
 * @param level the carrying invoice's step that sets level, tone and template
 * @param invoices what it lists, oldest first, the carrying invoice among them
 * @param captured kept instead of sent
 * @param sender in whose name; null for the tenant's own
 */
record Reminder(
        StepKey level,
        StepChannel channel,
        Tone tone,
        String template,
        List<InvoiceId> invoices,
        boolean captured,
        @Nullable EscalatedSender sender) {}
