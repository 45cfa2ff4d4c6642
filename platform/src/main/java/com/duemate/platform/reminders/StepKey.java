package com.duemate.platform.reminders;

import com.duemate.platform.invoicing.InvoiceId;

/**
 * Names one step of one invoice's plan within its tenant; a decision and an intent to send are unique by it.
 *
 * @param cycle 1 for the invoice's first plan, one more for each plan made anew (another policy version, reopened)
 * @param position the step's position in the policy version of that plan
 */
public record StepKey(InvoiceId invoice, int cycle, int position) {}
