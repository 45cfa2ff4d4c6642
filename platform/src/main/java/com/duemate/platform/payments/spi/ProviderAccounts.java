package com.duemate.platform.payments.spi;

/** The accounts of the tenant one works in. */
public interface ProviderAccounts {

    /** Inside the tenant's transaction; made on first use where the provider needs no signing up. */
    ProviderAccount of(String provider);
}
