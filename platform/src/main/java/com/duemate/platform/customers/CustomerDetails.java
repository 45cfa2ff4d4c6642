package com.duemate.platform.customers;

import com.duemate.platform.kernel.CustomerId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A customer as the tenant knows it.
 *
 * @param locale its own or the tenant's
 * @param zone its own or the tenant's
 * @param holdReason null when not held
 * @param address null when letters cannot reach it
 */
public record CustomerDetails(
        CustomerId id,
        String number,
        String name,
        @Nullable String email,
        @Nullable String phone,
        Locale locale,
        ZoneId zone,
        @Nullable String holdReason,
        Instant createdAt,
        @Nullable PostalAddress address) {}
