package com.duemate.platform.restapi.v1.invoicing;

import com.duemate.platform.invoicing.DraftInvoice;
import com.duemate.platform.invoicing.InvoiceDetails;
import com.duemate.platform.invoicing.InvoiceStatus;
import com.duemate.platform.invoicing.InvoiceSummary;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.restapi.MoneyJson;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param number null for a draft that has none yet; @param lines only where one invoice is asked for */
@Schema(name = "Invoice")
record InvoiceJson(
        UUID id,
        @Nullable String number,
        UUID customerId,
        String customerName,
        InvoiceStatus status,
        LocalDate issuedOn,
        LocalDate dueOn,
        MoneyJson total,
        MoneyJson open,
        boolean late,
        int daysLate,
        @Nullable LocalDate paidOn,
        @Nullable String subject,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<LineJson> lines) {

    @Schema(name = "InvoiceLine")
    record LineJson(
            String description,
            @Schema(description = "At most three decimals.") BigDecimal quantity,
            MoneyJson unitPrice,
            MoneyJson total) {

        static LineJson of(DraftInvoice.Line line, Currency currency) {
            return new LineJson(
                    line.description(),
                    new BigDecimal(BigDecimal.valueOf(line.quantity(), 3)
                            .stripTrailingZeros()
                            .toPlainString()),
                    MoneyJson.of(new Money(line.unitMinor(), currency)),
                    MoneyJson.of(new Money(line.totalMinor(), currency)));
        }
    }

    static InvoiceJson of(InvoiceSummary invoice) {
        return of(invoice, null);
    }

    static InvoiceJson of(InvoiceDetails invoice) {
        var currency = invoice.summary().total().currency();
        return of(
                invoice.summary(),
                invoice.lines().stream()
                        .map(line -> LineJson.of(line, currency))
                        .toList());
    }

    private static InvoiceJson of(InvoiceSummary invoice, @Nullable List<LineJson> lines) {
        return new InvoiceJson(
                invoice.id().value(),
                invoice.number().isEmpty() ? null : invoice.number(),
                invoice.customer().value(),
                invoice.customerName(),
                invoice.status(),
                invoice.issuedOn(),
                invoice.dueOn(),
                MoneyJson.of(invoice.total()),
                MoneyJson.of(invoice.open()),
                invoice.daysLate() > 0,
                invoice.daysLate(),
                invoice.paidOn(),
                invoice.subject(),
                lines);
    }
}
