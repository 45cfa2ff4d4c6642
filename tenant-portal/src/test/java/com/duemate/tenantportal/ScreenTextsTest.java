package com.duemate.tenantportal;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.themes.text.Texts;
import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScreenTextsTest {

    private static final Texts TEXTS = Texts.strict(ScreenTextsTest.class.getClassLoader());
    private static final Pattern KEY =
            Pattern.compile("\"((?:portal|portalhome|portalinvoicing|portalcustomers|portalmessages)\\.[A-Za-z.]*[A-Za-z])\"");

    @ParameterizedTest
    @ValueSource(strings = {"portal", "portalhome", "portalinvoicing", "portalcustomers", "portalmessages"})
    void everyTextIsThereInEveryLanguageAndReadable(String room) {
        var english = TEXTS.keys(room, Locale.ENGLISH);

        assertThat(english).isNotEmpty();
        assertThat(TEXTS.keys(room, Locale.GERMAN)).isEqualTo(english);
        for (var language : Texts.LANGUAGES) {
            for (var key : english) {
                var pattern = TEXTS.text(language, key);
                assertThat(new MessageFormat(pattern, language)).as(key).isNotNull();
            }
        }
    }

    @Test
    void everyKeyAScreenNamesHasAText() throws IOException {
        Set<String> named = new TreeSet<>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                named.addAll(KEY.matcher(Files.readString(file))
                        .results()
                        .map(match -> match.group(1))
                        .collect(Collectors.toSet()));
            }
        }

        assertThat(named).hasSizeGreaterThan(100);
        assertThat(named).allSatisfy(key -> assertThat(
                        TEXTS.keys(key.substring(0, key.indexOf('.')), Locale.ENGLISH))
                .contains(key));
    }
}
