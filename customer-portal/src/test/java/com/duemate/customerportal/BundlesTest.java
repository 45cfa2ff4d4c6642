package com.duemate.customerportal;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.themes.text.Texts;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundlesTest {

    @ParameterizedTest
    @ValueSource(strings = {"my", "payerpage", "payments", "arrangements"})
    void saysEverythingInEveryLanguage(String bundle) {
        var texts = Texts.strict(getClass().getClassLoader());
        var english = texts.keys(bundle, Locale.ENGLISH);
        assertThat(english).isNotEmpty();
        assertThat(texts.keys(bundle, Locale.GERMAN)).isEqualTo(english);
        english.forEach(key -> {
            assertThat(texts.text(Locale.ENGLISH, key, java.util.Map.of())).isNotBlank();
            assertThat(texts.text(Locale.GERMAN, key, java.util.Map.of())).isNotBlank();
        });
    }
}
