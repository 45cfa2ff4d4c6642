package com.duemate.platform.imports.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.kernel.Texts;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void everyReasonAndEveryFieldHasAText(String language) {
        var locale = Locale.of(language);
        var patterns = ResourceBundle.getBundle("texts.imports", locale);
        var texts = Texts.of("imports", locale);
        var keys = Stream.concat(
                Stream.of(Reason.values()).map(Reason::key),
                Stream.of(Field.values()).map(Field::key));

        keys.forEach(key -> {
            var text = texts.say(key, Map.of("value", "it's", "limit", 64));
            assertThat(text).isNotBlank().doesNotContain("{", "}");
            assertThat(text.contains("it's")).isEqualTo(patterns.getString(key).contains("{value}"));
        });
        assertThat(patterns.getLocale()).isEqualTo(locale);
    }
}
