package com.duemate.platform.payments.internal;

import com.duemate.platform.payments.PaymentStatus;
import com.duemate.platform.payments.spi.ProviderFact;
import com.duemate.platform.payments.spi.ProviderFact.Kind;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Where a payment stands: a function of the set of its facts, the same in any order and for any number of repeats. Money that
 * is there wins over all; of the rest the latest by the provider's own time counts.
 */
final class PaymentState {

    private static final Comparator<ProviderFact> BY_TIME =
            Comparator.comparing(ProviderFact::at).thenComparing(ProviderFact::kind);

    private PaymentState() {}

    static PaymentStatus of(Collection<ProviderFact> facts) {
        if (success(facts).isPresent()) {
            return PaymentStatus.RECEIVED;
        }
        return facts.stream()
                .max(BY_TIME)
                .map(fact -> fact.kind() == Kind.PROCESSING ? PaymentStatus.IN_FLIGHT : PaymentStatus.DECLINED)
                .orElse(PaymentStatus.STARTED);
    }

    /** The fact that the money is there; the first one by time and id when it was told in several ways. */
    static Optional<ProviderFact> success(Collection<ProviderFact> facts) {
        return facts.stream()
                .filter(fact -> fact.kind() == Kind.SUCCEEDED)
                .min(BY_TIME.thenComparing(ProviderFact::externalId));
    }

    /** True when nothing can come any more. */
    static boolean over(Collection<ProviderFact> facts) {
        return facts.stream().anyMatch(fact -> fact.kind() == Kind.SUCCEEDED || fact.kind() == Kind.EXPIRED);
    }
}
