package com.duemate.platform.invoicing.pdf;

import com.duemate.platform.kernel.Formats;
import com.duemate.platform.kernel.Texts;
import java.util.Map;

/** What the paper says in the customer's language, and how it writes figures there. */
record PaperWords(Texts texts, Formats formats) {

    String say(String key) {
        return texts.say("invoicing.pdf." + key);
    }

    String say(String key, Map<String, ?> arguments) {
        return texts.say("invoicing.pdf." + key, arguments);
    }

    String title(InvoiceSheet.Heading heading) {
        return say("title", Map.of("number", heading.number()));
    }

    String languageTag() {
        return formats.locale().toLanguageTag();
    }
}
