package com.duemate.platform.payments.spi;

/** The provider could not be asked, or gave no answer; asking again later may help. */
public class ProviderUnavailable extends RuntimeException {

    public ProviderUnavailable(String provider, Throwable cause) {
        super(provider, cause);
    }
}
