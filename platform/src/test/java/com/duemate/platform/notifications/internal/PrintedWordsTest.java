package com.duemate.platform.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.kernel.Money;
import com.duemate.platform.notifications.LetterWords.Writer;
import com.duemate.platform.notifications.MessageFacts.OpenInvoice;
import com.duemate.platform.notifications.Situation;
import com.duemate.platform.notifications.Tone;
import com.duemate.platform.notifications.rendering.TemplateEngine;
import com.duemate.themes.text.Texts;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PrintedWordsTest {

    private static final OpenInvoice FIRST =
            new OpenInvoice("1042", LocalDate.of(2026, 11, 2), Money.of(482_000, "EUR"), 9, null);
    private static final OpenInvoice SECOND =
            new OpenInvoice("1057", LocalDate.of(2026, 11, 30), Money.of(18_000, "EUR"), 0, null);
    private static final Writer WRITER = new Writer("Northwind Studio", "billing@northwind.example");

    private final PrintedWords words = new PrintedWords(new TemplateEngine());

    static Stream<Arguments> everyLetter() {
        return Arrays.stream(Tone.values()).flatMap(tone -> Arrays.stream(Situation.values())
                .flatMap(when -> Texts.LANGUAGES.stream().map(locale -> Arguments.of(tone, when, locale))));
    }

    @ParameterizedTest
    @MethodSource("everyLetter")
    void saysWhoWritesHowToAnswerAndNothingThatNeedsAScreen(Tone tone, Situation when, Locale locale) {
        var one = words.reminder(tone, when, locale, WRITER, "Larkin & Sons", List.of(FIRST));
        assertThat(one.subject()).contains("1042").doesNotContain("\n");
        assertThat(one.before()).contains("Larkin & Sons,\n\n");
        assertThat(one.after()).contains("billing@northwind.example").endsWith("\nNorthwind Studio");
        assertThat(one.before() + one.after())
                .doesNotContainPattern(
                        "(?i)button|knopf|reply|antworten|message|nachricht|legal|court|mahn|anwalt|[{<\uE000]");

        var several = words.reminder(tone, when, locale, new Writer("N", null), "L", List.of(FIRST, SECOND));
        assertThat(several.subject()).doesNotContain("1042");
        assertThat(several.before() + several.after()).doesNotContain("@").isNotEqualTo(one.before() + one.after());
    }

    @Test
    void writesEnglishWhereALanguageIsNotShipped() {
        assertThat(words.reminder(Tone.FIRM, Situation.DUE, Locale.JAPAN, WRITER, "Larkin", List.of(FIRST))
                        .before())
                .startsWith("Dear Larkin,");
    }
}
