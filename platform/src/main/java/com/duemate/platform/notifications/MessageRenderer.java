package com.duemate.platform.notifications;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Makes messages out of templates, a brand and facts. Pure: reads no database, asks for no time.
 *
 * <p>The model is what {@link MessageFacts} gives, with {@code recipientName} where it is known; money and dates are written
 * for the locale here. A language without templates is answered in English.
 *
 * @see com.duemate.platform.notifications.rendering.TemplateFailed thrown when a value is missing or a limit is passed
 */
public interface MessageRenderer {

    /** From the template that is shipped. */
    RenderedMessage render(TemplateRef template, Locale locale, BrandLook look, Map<String, ?> model);

    /** From a template of the tenant's own, which passed {@link TemplateCheck}. */
    RenderedMessage render(TemplateText own, TemplateRef template, Locale locale, BrandLook look, Map<String, ?> model);

    /** The short form; empty for kinds that have none. */
    Optional<String> sms(TemplateRef template, Locale locale, BrandLook look, Map<String, ?> model);
}
