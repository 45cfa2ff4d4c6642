package com.duemate.platform.notifications;

import com.duemate.platform.notifications.MessageFacts.OpenInvoice;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reminders to be looked at before anybody gets one; their links lead nowhere, and nothing is queued. */
public interface SampleMessages {

    RenderedMessage reminder(BrandLook look, Tone tone, Situation situation, About about);

    /** The same as a text message; empty where there is no short form. */
    Optional<String> sms(BrandLook look, Tone tone, Situation situation, About about);

    /** Somebody invented, in the current tenant's language and currency. */
    About example(Situation situation);

    /**
     * Whom a reminder is for and what it asks.
     *
     * @param invoices the oldest first; never empty
     */
    record About(String recipientName, Locale locale, List<OpenInvoice> invoices) {}
}
