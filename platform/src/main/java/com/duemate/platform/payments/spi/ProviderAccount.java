package com.duemate.platform.payments.spi;

import java.util.UUID;

/**
 * A tenant's account at a provider, unsealed; lives no longer than the call it is for.
 *
 * @param endpoint the secret part of {@code /hooks/payments/<endpoint>}
 * @param secret what notices are signed with
 */
public record ProviderAccount(UUID id, String provider, String endpoint, String secret) {

    /** Without the secrets, which belong in no log. */
    @Override
    public String toString() {
        return "ProviderAccount[" + provider + " " + id + "]";
    }
}
