package com.duemate.platform.payments;

import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment by a customer.
 *
 * @param method how: {@code card}, {@code bank}, {@code manual}, {@code import}
 * @param invoices what it was meant for
 * @param receiptNumber set once received
 */
public record PaymentSummary(
        UUID id,
        CustomerId customer,
        Money amount,
        PaymentStatus status,
        String method,
        List<UUID> invoices,
        Instant startedAt,
        @Nullable Instant receivedAt,
        @Nullable String receiptNumber) {}
