package com.duemate.platform.customers;

import org.jspecify.annotations.Nullable;

/**
 * A customer as somebody typed it; checked by the front desk.
 *
 * @param number the tenant's own key, unique; made from the name when null
 * @param language BCP 47 tag; the tenant's when null
 * @param zone IANA zone; the tenant's when null
 * @param address null for none, as is one with nothing in it
 */
public record DraftCustomer(
        @Nullable String number,
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String language,
        @Nullable String zone,
        @Nullable PostalAddress address) {

    /** One without a postal address. */
    public DraftCustomer(
            @Nullable String number,
            String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String language,
            @Nullable String zone) {
        this(number, name, email, phone, language, zone, null);
    }
}
