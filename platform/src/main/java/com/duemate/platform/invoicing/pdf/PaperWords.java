package com.duemate.platform.invoicing.pdf;

import com.duemate.platform.kernel.Money;
import com.duemate.themes.text.Formats;
import com.duemate.themes.text.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;

/** What the paper says in the customer's language, and how it writes figures there. */
final class PaperWords {

    private static final Texts TEXTS = Texts.strict(PaperWords.class.getClassLoader());

    private final Locale locale;
    private final Formats formats;

    /** @param wanted answered in English where it is not shipped, figures and dates too */
    PaperWords(Locale wanted, Currency currency) {
        locale = Texts.spoken(wanted);
        // No instant is printed, so no zone matters.
        formats = new Formats(locale, ZoneOffset.UTC, currency);
    }

    String say(String key) {
        return say(key, Map.of());
    }

    String say(String key, Map<String, ?> arguments) {
        return TEXTS.text(locale, "invoicing.pdf." + key, arguments);
    }

    String title(InvoiceSheet.Heading heading) {
        return say("title", Map.of("number", heading.number()));
    }

    String date(LocalDate date) {
        return formats.dateLong(date);
    }

    String money(Money money) {
        return formats.money(money.minor(), money.currency());
    }

    String amount(Money money) {
        return formats.amount(money.minor(), money.currency());
    }

    /** Without idle zeros. */
    String quantity(BigDecimal quantity) {
        return formats.number(
                quantity, Math.max(0, quantity.stripTrailingZeros().scale()));
    }

    String languageTag() {
        return locale.toLanguageTag();
    }
}
