package com.duemate.platform.invoicing.pdf;

import com.duemate.platform.kernel.Money;
import com.duemate.themes.text.Formats;
import com.duemate.themes.text.Texts;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the paper says in the customer's language, and how it writes figures there. */
final class PaperWords {

    private static final Texts TEXTS = Texts.strict(PaperWords.class.getClassLoader());

    private static final Cache<Spoken, PaperWords> KEPT =
            Caffeine.newBuilder().maximumSize(200).build();

    /** Stands for the number until it is known; no text holds it. */
    private static final String NUMBER = "\uE000";

    private record Spoken(Locale locale, Currency currency) {}

    private final Locale locale;
    private final Formats formats;

    private final Map<String, String> said = new ConcurrentHashMap<>();
    private final Map<Integer, String> pageNumbers = new ConcurrentHashMap<>();
    private final Cache<LocalDate, String> dates =
            Caffeine.newBuilder().maximumSize(400).build();

    /** @param wanted answered in English where it is not shipped, figures and dates too */
    static PaperWords of(Locale wanted, Currency currency) {
        return KEPT.get(new Spoken(Texts.spoken(wanted), currency), PaperWords::new);
    }

    private PaperWords(Spoken spoken) {
        locale = spoken.locale;
        // No instant is printed, so no zone matters.
        formats = new Formats(locale, ZoneOffset.UTC, spoken.currency);
    }

    String say(String key) {
        return said.computeIfAbsent(key, wanted -> say(wanted, Map.of()));
    }

    String say(String key, Map<String, ?> arguments) {
        return TEXTS.text(locale, "invoicing.pdf." + key, arguments);
    }

    String title(InvoiceSheet.Heading heading) {
        return said.computeIfAbsent("title", key -> say(key, Map.of("number", NUMBER)))
                .replace(NUMBER, heading.number());
    }

    String page(int page, int pages) {
        return pageNumbers.computeIfAbsent(
                page * InvoicePaper.MAX_PAGES * 2 + pages, _ -> say("page", Map.of("page", page, "pages", pages)));
    }

    String date(LocalDate date) {
        return dates.get(date, formats::dateLong);
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
