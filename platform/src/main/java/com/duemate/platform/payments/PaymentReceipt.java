package com.duemate.platform.payments;

import com.duemate.platform.kernel.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a payer keeps: money was received, and what it was used for.
 *
 * @param number of the tenant's own series, without gaps
 * @param token the secret of its address {@code /receipts/<token>}, where anybody who holds it can check it
 * @param credit what no invoice has used
 */
public record PaymentReceipt(
        UUID payment,
        String number,
        String token,
        Money amount,
        String method,
        Instant receivedAt,
        String customerName,
        List<Part> parts,
        Money credit) {

    /** @param applied what the invoice got of the payment */
    public record Part(String invoiceNumber, Money applied) {}
}
