package com.duemate.platform.payments.spi;

import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Money;
import java.time.Instant;
import java.util.Locale;

/**
 * What a hosted checkout is opened for. The same order each time it is repeated under its key.
 *
 * @param key idempotency key, at most 100 characters
 * @param description one line for the payer
 * @param returnUrl where the payer is sent afterwards; proves nothing
 * @param at business time of the intent
 */
public record CheckoutOrder(
        String key,
        CustomerId customer,
        Money amount,
        String description,
        Locale locale,
        String returnUrl,
        Instant at) {}
