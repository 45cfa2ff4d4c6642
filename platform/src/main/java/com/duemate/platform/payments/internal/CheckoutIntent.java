package com.duemate.platform.payments.internal;

import com.duemate.platform.audit.AuditTrail;
import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.InvoiceSummary;
import com.duemate.platform.invoicing.Invoices;
import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.messaging.EventHandler;
import com.duemate.platform.messaging.Outbox;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Answers a customer who wants to pay: refuses, shows what is under way already, or writes down what is to be opened. */
@Component
@OnRole(ServerRole.WORKER)
class CheckoutIntent implements EventHandler<CheckoutRequested> {

    private static final Duration PAGE_STAYS_GOOD = Duration.ofHours(1);

    private final CheckoutRows rows;
    private final PaymentStart payments;
    private final Invoices invoices;
    private final Providers providers;
    private final BusinessClock clock;
    private final AuditTrail trail;
    private final Outbox outbox;

    CheckoutIntent(
            CheckoutRows rows,
            PaymentStart payments,
            Invoices invoices,
            Providers providers,
            BusinessClock clock,
            AuditTrail trail,
            Outbox outbox) {
        this.rows = rows;
        this.payments = payments;
        this.invoices = invoices;
        this.providers = providers;
        this.clock = clock;
        this.trail = trail;
        this.outbox = outbox;
    }

    @Override
    public Class<CheckoutRequested> event() {
        return CheckoutRequested.class;
    }

    @Override
    public String name() {
        return "payments.intend";
    }

    @Override
    public void on(CheckoutRequested event) {
        rows.lock(event.request()).filter(r -> r.state().equals("NEW")).ifPresent(this::answer);
    }

    private void answer(CheckoutRows.Request request) {
        rows.queueUp(request.customer());
        var owed = owed(request);
        var ids = owed.stream().map(InvoiceSummary::id).toList();
        var inFlight = rows.inFlight(request.invoices());
        var provider = providers.preferred();
        if (inFlight.isPresent()) {
            rows.refuse(request.id(), "payments.refused.inFlight", inFlight.get());
        } else if (owed.isEmpty()) {
            rows.refuse(request.id(), "payments.refused.nothingToPay", null);
        } else if (owed.stream().map(i -> i.open().currency()).distinct().count() > 1) {
            rows.refuse(request.id(), "payments.refused.mixedCurrencies", null);
        } else if (provider.isEmpty()) {
            rows.refuse(request.id(), "payments.refused.noProvider", null);
        } else {
            var amount =
                    owed.stream().map(InvoiceSummary::open).reduce(Money::plus).orElseThrow();
            if (amount.minor() > Money.MAX_MINOR) {
                rows.refuse(request.id(), "payments.refused.tooMuch", null);
            } else {
                openOrShow(request, ids, amount, provider.get().name());
            }
        }
    }

    private void openOrShow(CheckoutRows.Request request, List<InvoiceId> ids, Money amount, String provider) {
        var waiting = rows.waiting(request, ids, amount, clock.now().minus(PAGE_STAYS_GOOD));
        if (waiting.isPresent()) {
            rows.intend(request.id(), waiting.get().payment());
            Optional.ofNullable(waiting.get().url())
                    .ifPresent(url -> rows.open(waiting.get().payment(), url));
            return;
        }
        UUID payment = Ids.next();
        payments.start(payment, request.customer(), amount, ids, provider);
        rows.intend(request.id(), payment);
        trail.record(
                "payments.start",
                payment,
                Map.of("amount", amount.minor(), "currency", amount.currencyCode(), "provider", provider));
        outbox.publish(new CheckoutIntended(request.id()));
    }

    /** What the customer owes of what it named, oldest due first; anything else it named is left out without a word. */
    private List<InvoiceSummary> owed(CheckoutRows.Request request) {
        return invoices.findAll(request.invoices()).stream()
                .filter(invoice -> invoice.customer().equals(request.customer()))
                .filter(invoice -> invoice.status().isOpen())
                .sorted(Comparator.comparing(InvoiceSummary::dueOn).thenComparing(i -> i.id().value()))
                .toList();
    }
}
