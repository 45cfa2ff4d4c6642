package com.duemate.platform.payments.spi;

import com.duemate.platform.kernel.Money;
import java.time.Instant;

/**
 * Something a provider knows of one checkout.
 *
 * @param externalId unique at the provider and the same each time it is told
 * @param reference the checkout
 * @param amount what moved or would move
 * @param method how: {@code card}, {@code bank}
 * @param at when it happened, by the provider
 */
public record ProviderFact(String externalId, String reference, Kind kind, Money amount, String method, Instant at) {

    /** What happened. */
    public enum Kind {
        /** Begun, not final. */
        PROCESSING,
        /** The money is there. */
        SUCCEEDED,
        /** One try failed; another may follow. */
        DECLINED,
        /** Nothing can come of it any more. */
        EXPIRED
    }
}
