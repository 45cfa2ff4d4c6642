package com.duemate.platform.payments.spi;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** A provider's notices. Both methods are pure and never throw, whatever somebody sends. */
public interface Webhooks {

    /** The name of the {@link PaymentProvider} they belong to. */
    String provider();

    /**
     * Whether the bytes come from the provider, unchanged and lately.
     *
     * @param body raw bytes, never parsed before
     * @param headers all values of a header by its name, whatever its case
     * @param now system time; a signature more than five minutes away in either direction is refused
     */
    boolean genuine(ProviderAccount account, byte[] body, Function<String, List<String>> headers, Instant now);

    /** Reads a genuine notice. */
    Notice read(byte[] body);
}
