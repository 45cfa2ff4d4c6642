package com.duemate.platform.notifications.internal;

import com.duemate.platform.kernel.Money;
import com.duemate.themes.text.Formats;
import com.duemate.themes.text.Texts;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How values and fixed phrases are said in one reader's language. Safe for any number of threads. */
final class MessageWords {

    /** Phrases of our own frame around a message, by the names our templates use. */
    private static final List<String> PHRASES = List.of("invoice", "due", "pdf", "total", "stillOpen", "orOpen");

    private static final Texts TEXTS = Texts.strict(MessageWords.class.getClassLoader());
    /** Messages name the currency of every amount. */
    private static final Currency NONE = Currency.getInstance("XXX");

    private final Locale locale;
    private final Formats formats;
    private final Map<String, Object> phrases;

    MessageWords(Locale wanted) {
        locale = Texts.spoken(wanted);
        // No instant is told, so no zone matters.
        formats = new Formats(locale, ZoneOffset.UTC, NONE);
        phrases = PHRASES.stream()
                .collect(Collectors.toUnmodifiableMap(name -> name, name -> say("phrase." + name, Map.of())));
    }

    /** The language really spoken. */
    Locale locale() {
        return locale;
    }

    String say(String key, Map<String, ?> arguments) {
        return TEXTS.text(locale, "notifications." + key, arguments);
    }

    String money(Money money) {
        return formats.money(money.minor(), money.currency());
    }

    String date(LocalDate date) {
        return formats.dateLong(date);
    }

    String late(int days) {
        return say("late", Map.of("days", days));
    }

    /** In the largest whole unit: "15 minutes", "2 hours", "7 days". */
    String span(Duration duration) {
        long minutes = duration.toMinutes();
        if (minutes % (24 * 60) == 0) {
            return say("span.days", Map.of("count", minutes / (24 * 60)));
        }
        return minutes % 60 == 0
                ? say("span.hours", Map.of("count", minutes / 60))
                : say("span.minutes", Map.of("count", minutes));
    }

    Map<String, Object> phrases() {
        return new HashMap<>(phrases);
    }
}
