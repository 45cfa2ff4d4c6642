package com.duemate.platform.notifications;

import com.duemate.platform.kernel.CustomerId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message some room wants sent, rendered when it is queued.
 *
 * @param kind what it is: {@code reminder}, {@code receipt}, {@code magic_link}, {@code payment_link}, {@code invitation}
 * @param intent deterministic key; a second message with the same one is not queued
 * @param customer null for messages to users
 * @param address e-mail address or phone number in E.164
 * @param variant tone and situation within the kind, such as {@code friendly/before}; empty for none
 * @param model values for the template's placeholders
 * @param subjects ids of what it is about (invoices), for the trace and for withdrawing
 * @param sender null for the tenant's own name
 */
public record OutgoingMessage(
        String kind,
        String intent,
        @Nullable CustomerId customer,
        Channel channel,
        String address,
        String recipientName,
        Locale locale,
        String variant,
        Map<String, Object> model,
        List<UUID> subjects,
        @Nullable SenderName sender) {

    /** One in the tenant's own name. */
    public OutgoingMessage(
            String kind,
            String intent,
            @Nullable CustomerId customer,
            Channel channel,
            String address,
            String recipientName,
            Locale locale,
            String variant,
            Map<String, Object> model,
            List<UUID> subjects) {
        this(kind, intent, customer, channel, address, recipientName, locale, variant, model, subjects, null);
    }
}
