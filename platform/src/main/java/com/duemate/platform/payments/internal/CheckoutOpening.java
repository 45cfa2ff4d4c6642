package com.duemate.platform.payments.internal;

import com.duemate.platform.messaging.EventHandler;
import com.duemate.platform.payments.spi.ProviderAccounts;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Opens the hosted page of an intent that is committed. Should the answer get lost, the event comes again and the same key is
 * answered with the same page.
 */
@Component
@OnRole(ServerRole.WORKER)
class CheckoutOpening implements EventHandler<CheckoutIntended> {

    private final CheckoutRows rows;
    private final PaymentStart payments;
    private final Providers providers;
    private final ProviderAccounts accounts;
    private final CheckoutOrders orders;
    private final Facts facts;

    CheckoutOpening(
            CheckoutRows rows,
            PaymentStart payments,
            Providers providers,
            ProviderAccounts accounts,
            CheckoutOrders orders,
            Facts facts) {
        this.rows = rows;
        this.payments = payments;
        this.providers = providers;
        this.accounts = accounts;
        this.orders = orders;
        this.facts = facts;
    }

    @Override
    public Class<CheckoutIntended> event() {
        return CheckoutIntended.class;
    }

    @Override
    public String name() {
        return "payments.open";
    }

    @Override
    public void on(CheckoutIntended event) {
        rows.lock(event.request()).filter(r -> r.state().equals("OPENING")).ifPresent(this::open);
    }

    private void open(CheckoutRows.Request request) {
        var intent = payments.intent(Objects.requireNonNull(request.payment()));
        var provider = providers.named(intent.provider()).orElseThrow();
        var opened = provider.open(accounts.of(provider.name()), orders.order(request, intent));
        payments.opened(intent.id(), opened.reference());
        rows.open(intent.id(), opened.url());
        facts.weighEarly(provider.name(), opened.reference());
    }
}
