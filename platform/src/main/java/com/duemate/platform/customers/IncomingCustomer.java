package com.duemate.platform.customers;

import org.jspecify.annotations.Nullable;

/**
 * What an import says of a customer, already checked; null where it is silent. Has a number, a name, or both.
 *
 * @param number the tenant's own key, at most 64 characters
 * @param name at most 200 characters
 * @param phone with its country code (E.164)
 * @param language BCP 47 tag
 * @param zone IANA zone
 */
public record IncomingCustomer(
        @Nullable String number,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String language,
        @Nullable String zone) {

    public IncomingCustomer {
        if (number == null && name == null) {
            throw new IllegalArgumentException("a customer has a number or a name");
        }
    }
}
