/**
 * Owns: payment links, checkouts, payments, allocations, providers' webhooks. Tables: {@code payments.*}.
 * Commands: {@link com.duemate.platform.payments.PaymentLinks}, {@link com.duemate.platform.payments.Payments}.
 * Events out: PaymentReceived. Events in: CheckoutRequested, WebhookStored. Published view: {@code payments.pub_in_flight}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Payments",
        allowedDependencies = {
            "kernel",
            "scope",
            "audit",
            "messaging",
            "tenancy",
            "branding",
            "notifications",
            "customers",
            "ledger",
            "invoicing"
        })
package com.duemate.platform.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
