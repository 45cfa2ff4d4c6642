package com.duemate.platform.payments.internal;

import com.duemate.platform.payments.spi.PaymentProvider;
import com.duemate.platform.payments.spi.Webhooks;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The adapters this installation has switched on. */
@Component
class Providers {

    private final ObjectProvider<PaymentProvider> providers;
    private final ObjectProvider<Webhooks> webhooks;

    Providers(ObjectProvider<PaymentProvider> providers, ObjectProvider<Webhooks> webhooks) {
        this.providers = providers;
        this.webhooks = webhooks;
    }

    /** The one that takes payments for the tenant; empty when none is set up. */
    Optional<PaymentProvider> preferred() {
        return providers.orderedStream().findFirst();
    }

    Optional<PaymentProvider> named(String name) {
        return providers.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    Optional<Webhooks> webhooksOf(String name) {
        return webhooks.stream().filter(w -> w.provider().equals(name)).findFirst();
    }
}
