package com.duemate.customerportal.invoicing;

import com.duemate.platform.arrangements.Arrangements.Arrangement;
import com.duemate.platform.arrangements.OwnArrangements;
import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.InvoiceSummary;
import com.duemate.platform.invoicing.OwnInvoices;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.payments.OwnPayments;
import com.duemate.platform.payments.PaymentStatus;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a customer owes at one moment, oldest due first, and what is already on its way. */
record OpenItems(List<InvoiceSummary> invoices, Set<UUID> onTheirWay, List<Arrangement> arrangements) {

    static OpenItems load(OwnInvoices invoices, OwnPayments payments, OwnArrangements arrangements) {
        return new OpenItems(
                invoices.list().stream()
                        .filter(invoice -> invoice.status().isOpen())
                        .sorted(Comparator.comparing(InvoiceSummary::dueOn).thenComparing(InvoiceSummary::number))
                        .toList(),
                payments.list().stream()
                        .filter(payment -> payment.status() == PaymentStatus.IN_FLIGHT)
                        .flatMap(payment -> payment.invoices().stream())
                        .collect(Collectors.toUnmodifiableSet()),
                arrangements.active());
    }

    boolean payable(InvoiceSummary invoice) {
        return !onTheirWay.contains(invoice.id().value());
    }

    /** In one list for each currency, by the currency's code. */
    Map<Currency, List<InvoiceSummary>> byCurrency() {
        return invoices.stream()
                .collect(Collectors.groupingBy(
                        invoice -> invoice.open().currency(),
                        () -> new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode)),
                        Collectors.toList()));
    }

    static Money sum(Currency currency, Collection<InvoiceSummary> chosen) {
        return chosen.stream().map(InvoiceSummary::open).reduce(Money.zero(currency), Money::plus);
    }

    Optional<Arrangement> arranged(InvoiceId invoice) {
        return arrangements.stream()
                .filter(arrangement -> arrangement.invoice().equals(invoice))
                .findFirst();
    }
}
