package com.duemate.platform.restapi.v1.payments;

import com.duemate.platform.payments.PaymentStatus;
import com.duemate.platform.payments.PaymentSummary;
import com.duemate.platform.restapi.MoneyJson;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Schema(name = "Payment")
record PaymentJson(
        UUID id,
        UUID customerId,
        MoneyJson amount,
        PaymentStatus status,
        String method,
        List<UUID> invoiceIds,
        Instant startedAt,
        @Nullable Instant receivedAt,
        @Nullable String receiptNumber) {

    static PaymentJson of(PaymentSummary payment) {
        return new PaymentJson(
                payment.id(),
                payment.customer().value(),
                MoneyJson.of(payment.amount()),
                payment.status(),
                payment.method(),
                payment.invoices(),
                payment.startedAt(),
                payment.receivedAt(),
                payment.receiptNumber());
    }
}
