package com.duemate.platform.reminders.internal;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.reminders.StepChannel;
import com.duemate.platform.reminders.StepKey;
import com.duemate.platform.reminders.Tone;
import java.util.List;

/**
 * The one message a weighing lets out.
 *
 * @param level the carrying invoice's step that sets level, tone and template
 * @param invoices what it lists, oldest first, the carrying invoice among them
 * @param captured kept instead of sent
 */
record Reminder(
        StepKey level, StepChannel channel, Tone tone, String template, List<InvoiceId> invoices, boolean captured) {}
