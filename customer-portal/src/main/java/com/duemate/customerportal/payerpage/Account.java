package com.duemate.customerportal.payerpage;

import com.duemate.platform.arrangements.Arrangements.Arrangement;
import com.duemate.platform.arrangements.Arrangements.Kind;
import com.duemate.platform.customers.CustomerDetails;
import com.duemate.platform.invoicing.InvoiceDetails;
import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.InvoiceSummary;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.payments.PaymentStatus;
import com.duemate.platform.payments.PaymentSummary;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a link shows, as it stands now. @param today in the customer's own zone */
record Account(
        CustomerDetails customer,
        LocalDate today,
        List<InvoiceDetails> invoices,
        List<PaymentSummary> payments,
        List<Arrangement> arrangements) {

    List<InvoiceSummary> summaries() {
        return invoices.stream().map(InvoiceDetails::summary).toList();
    }

    /** What can be paid now: owed, and no payment on its way. */
    List<InvoiceSummary> payable() {
        return summaries().stream()
                .filter(invoice -> invoice.status().isOpen())
                .filter(invoice -> inFlight(invoice.id()).isEmpty())
                .toList();
    }

    Map<Currency, Money> totals() {
        var totals = new LinkedHashMap<Currency, Money>();
        payable().forEach(invoice -> totals.merge(invoice.open().currency(), invoice.open(), Money::plus));
        return totals;
    }

    Optional<PaymentSummary> inFlight(InvoiceId invoice) {
        return payments.stream()
                .filter(payment -> payment.status() == PaymentStatus.IN_FLIGHT)
                .filter(payment -> payment.invoices().contains(invoice.value()))
                .findFirst();
    }

    /** The last payment that was received for an invoice. */
    Optional<PaymentSummary> received(InvoiceId invoice) {
        return payments.stream()
                .filter(payment -> payment.status() == PaymentStatus.RECEIVED)
                .filter(payment -> payment.invoices().contains(invoice.value()))
                .findFirst();
    }

    Optional<Arrangement> arranged(InvoiceId invoice, Kind kind) {
        return arrangements.stream()
                .filter(arrangement -> arrangement.kind() == kind)
                .filter(arrangement -> arrangement.invoice().equals(invoice))
                .findFirst();
    }
}
