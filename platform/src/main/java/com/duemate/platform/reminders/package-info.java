/**
 * Which message goes to which customer, when, at which level, and why another did not. Weighing is a pure function in
 * {@code internal}; the engine, the preview and the tests all ask that one.
 *
 * <p>Owns: policies, the rules that assign them, each invoice's plan, the due engine and the sharing out of its shards among workers, decisions,
 * what stops sending. Tables: {@code reminders.*}.
 * Commands: {@link com.duemate.platform.reminders.Policies}, {@link com.duemate.platform.reminders.SendingTimes},
 * {@link com.duemate.platform.reminders.Assignments}, {@link com.duemate.platform.reminders.Tasks},
 * {@link com.duemate.platform.reminders.Letters}, {@link com.duemate.platform.reminders.safety.SendingStops},
 * {@link com.duemate.platform.reminders.safety.EngineRoom}, {@link com.duemate.platform.reminders.adaptive.AdaptiveTiming}.
 * Queries: {@link com.duemate.platform.reminders.Plans}.
 * Events out: none. Events in: InvoiceIssued, InvoicesIssued, InvoiceChanged, InvoicePaid, InvoiceVoided, InvoicesRemoved, CustomerChanged,
 * ArrangementChanged, PaymentChanged, PaymentReceived, MessageWithdrawn. Published view: {@code reminders.pub_reminded}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Reminders",
        allowedDependencies = {
            "kernel",
            "scope",
            "audit",
            "messaging",
            "files",
            "tenancy",
            "branding",
            "notifications",
            "identity",
            "customers",
            "ledger",
            "invoicing",
            "invoicing :: pdf",
            "payments",
            "arrangements"
        })
package com.duemate.platform.reminders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
