package com.duemate.customerportal.payments;

import com.duemate.customerportal.shell.Reader;
import com.duemate.platform.payments.OwnPayments.Request;
import com.duemate.platform.payments.PaymentStatus;
import java.util.Map;

/** How a wish to pay stands, in words. @param settled nothing will change by itself any more */
record PaymentStanding(String title, String text, boolean settled) {

    static PaymentStanding of(Reader reader, Request request) {
        var payment = request.payment();
        var refusal = request.refusal();
        if (payment == null) {
            return refusal == null
                    ? say(reader, "opening", Map.of(), false)
                    : new PaymentStanding(reader.text("my.paying.refused.title"), reader.text(refusal), true);
        }
        var arguments =
                Map.of("amount", reader.money(payment.amount()), "number", String.valueOf(payment.receiptNumber()));
        return switch (payment.status()) {
            case STARTED -> say(reader, "confirming", arguments, false);
            case IN_FLIGHT -> say(reader, "inFlight", arguments, false);
            case RECEIVED, REFUNDED -> say(reader, "received", arguments, true);
            case DECLINED -> say(reader, "declined", arguments, true);
        };
    }

    static boolean received(Request request) {
        var payment = request.payment();
        return payment != null && payment.status() == PaymentStatus.RECEIVED;
    }

    private static PaymentStanding say(Reader reader, String state, Map<String, ?> arguments, boolean settled) {
        return new PaymentStanding(
                reader.text("my.paying." + state + ".title", arguments),
                reader.text("my.paying." + state + ".text", arguments),
                settled);
    }
}
