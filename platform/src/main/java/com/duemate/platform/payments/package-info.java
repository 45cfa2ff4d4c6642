/**
 * Owns: payment links, checkouts, payments, receipts, providers' notices. Tables: {@code payments.*}.
 * Commands: {@link com.duemate.platform.payments.PaymentLinks}, {@link com.duemate.platform.payments.Payments}, and as a customer
 * {@link com.duemate.platform.payments.OwnPayments}; {@link com.duemate.platform.payments.PaymentDoor} lets secrets in.
 * Events out: PaymentReceived, PaymentChanged. Events in: CheckoutRequested, CheckoutIntended, WebhookStored, PaymentReceived.
 * Published views: {@code payments.pub_in_flight}, {@code pub_payment}, {@code pub_begun}, {@code pub_touched}. Providers are adapters of {@code spi}.
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
