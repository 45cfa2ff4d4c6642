package com.duemate.platform.payments.spi;

import java.util.List;

/** Opens hosted checkouts. Card data never touches us: the payer types it on the provider's page. */
public interface PaymentProvider {

    /** Stable, lower-case letters: {@code sandbox}. */
    String name();

    /**
     * Opens a hosted checkout; called inside the tenant's transaction, after the intent is committed. The same key again answers
     * the same checkout, so that a lost answer costs nothing.
     *
     * @throws ProviderUnavailable when the provider cannot be asked now
     */
    OpenedCheckout open(ProviderAccount account, CheckoutOrder order);

    /**
     * All the provider knows of a checkout, as facts with stable ids; for the janitor, outside any transaction.
     *
     * @throws ProviderUnavailable when the provider cannot be asked now
     */
    List<ProviderFact> ask(ProviderAccount account, String reference);
}
