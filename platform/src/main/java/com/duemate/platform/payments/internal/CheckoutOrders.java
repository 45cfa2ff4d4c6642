package com.duemate.platform.payments.internal;

import com.duemate.platform.customers.Customers;
import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.InvoiceSummary;
import com.duemate.platform.invoicing.Invoices;
import com.duemate.platform.payments.spi.CheckoutOrder;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import com.duemate.themes.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says to a provider what a payer will see on its page. */
@Component
@OnRole(ServerRole.WORKER)
class CheckoutOrders {

    private static final Texts TEXTS = Texts.lenient(CheckoutOrders.class.getClassLoader());
    private static final int NAMED_INVOICES = 3;

    private final Customers customers;
    private final Invoices invoices;
    private final WayBack wayBack;

    CheckoutOrders(Customers customers, Invoices invoices, WayBack wayBack) {
        this.customers = customers;
        this.invoices = invoices;
        this.wayBack = wayBack;
    }

    CheckoutOrder order(CheckoutRows.Request request, PaymentStart.Intent intent) {
        var locale = customers.find(request.customer()).orElseThrow().locale();
        return new CheckoutOrder(
                request.id().toString(),
                request.customer(),
                intent.amount(),
                description(intent.invoices(), locale),
                locale,
                wayBack.of(request, intent.invoices()),
                intent.startedAt());
    }

    private String description(List<InvoiceId> ids, Locale locale) {
        var numbers = invoices.findAll(ids).stream()
                .map(InvoiceSummary::number)
                .sorted()
                .limit(NAMED_INVOICES)
                .collect(Collectors.joining(", "));
        return TEXTS.text(
                locale,
                "payments.checkout.description",
                Map.of("count", ids.size(), "numbers", numbers, "more", Math.max(0, ids.size() - NAMED_INVOICES)));
    }
}
