/**
 * Owns: promises to pay, customers' disputes, holds on an invoice. Tables: {@code arrangements.*}.
 * Commands: {@link com.duemate.platform.arrangements.Arrangements}, and as a customer {@link com.duemate.platform.arrangements.OwnArrangements}.
 * Events out: ArrangementChanged. Events in: ArrangementRequested, InvoicePaid, InvoiceVoided.
 * Published views: {@code arrangements.pub_silence}, {@code arrangements.pub_asked}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Arrangements",
        allowedDependencies = {"kernel", "scope", "audit", "messaging", "tenancy", "customers", "invoicing", "payments"
        })
package com.duemate.platform.arrangements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
