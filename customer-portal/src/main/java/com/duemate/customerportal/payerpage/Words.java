package com.duemate.customerportal.payerpage;

import com.duemate.platform.kernel.Money;
import com.duemate.themes.text.Formats;
import com.duemate.themes.text.Texts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;

/** The page's words, amounts and dates in one reader's language. */
final class Words {

    private static final Texts TEXTS = Texts.lenient(Words.class.getClassLoader());
    private static final Currency NONE = Currency.getInstance("XXX");
    private static final int LONGEST_HEADER = 500;

    private final Locale locale;
    private final Formats formats;

    private Words(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.formats = new Formats(locale, zone, NONE);
    }

    static Words of(Locale locale, ZoneId zone) {
        return new Words(locale, zone);
    }

    /** For somebody of whom no more is known than what the browser says. */
    static Words of(String acceptLanguage) {
        return new Words(language(acceptLanguage), ZoneOffset.UTC);
    }

    private static Locale language(String acceptLanguage) {
        if (acceptLanguage.length() > LONGEST_HEADER) {
            return Texts.LANGUAGES.getFirst();
        }
        try {
            var match = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), Texts.LANGUAGES);
            return match == null ? Texts.LANGUAGES.getFirst() : match;
        } catch (IllegalArgumentException e) {
            return Texts.LANGUAGES.getFirst();
        }
    }

    String language() {
        return Texts.LANGUAGES.stream()
                .filter(shipped -> shipped.getLanguage().equals(locale.getLanguage()))
                .findFirst()
                .orElse(Texts.LANGUAGES.getFirst())
                .toLanguageTag();
    }

    ZoneId zone() {
        return formats.zone();
    }

    /** @param element of bundle {@code payerpage} */
    String say(String element) {
        return TEXTS.text(locale, "payerpage." + element);
    }

    String say(String element, Map<String, ?> arguments) {
        return TEXTS.text(locale, "payerpage." + element, arguments);
    }

    /** A text of any room. */
    String of(String key, Map<String, ?> arguments) {
        return TEXTS.text(locale, key, arguments);
    }

    String money(Money money) {
        return formats.money(money.minor(), money.currency());
    }

    String date(LocalDate date) {
        return formats.dateLong(date);
    }
}
