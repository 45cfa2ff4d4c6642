/**
 * Owns: invoices, lines, numbering, versions, what is open. Tables: {@code invoicing.*}.
 * Commands: {@link com.duemate.platform.invoicing.Invoices}, {@link com.duemate.platform.invoicing.Settlements},
 * {@link com.duemate.platform.invoicing.InvoiceIntake}.
 * Events out: InvoiceIssued, InvoicesIssued, InvoicePaid, InvoiceChanged, InvoiceVoided, InvoicesRemoved. Events in: its own, to print papers ahead on their lane. Published view: {@code invoicing.pub_invoice}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Invoicing",
        allowedDependencies = {
            "kernel",
            "scope",
            "audit",
            "messaging",
            "files",
            "tenancy",
            "branding",
            "customers",
            "ledger"
        })
package com.duemate.platform.invoicing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
