package com.duemate.platform.imports.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.imports.ImportField;
import com.duemate.themes.text.Texts;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ImportTextsTest {

    @Test
    void everyReasonAndEveryFieldHasATextInEveryLanguage() {
        var texts = Texts.strict(getClass().getClassLoader());
        var keys = Stream.concat(
                        Stream.of(Reason.values()).map(Reason::key),
                        Stream.of(ImportField.values()).map(ImportField::key))
                .toList();

        for (var language : Texts.LANGUAGES) {
            assertThat(texts.keys("imports", language)).containsAll(keys);
            for (var key : keys) {
                assertThat(texts.text(language, key, Map.of("value", "it's", "limit", 64)))
                        .isNotBlank()
                        .doesNotContain("{", "}");
            }
        }
    }
}
