package com.duemate.themes.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextsTest {

    private static final Locale SWISS = Locale.of("de", "CH");

    private final Texts texts = Texts.strict(getClass().getClassLoader());

    @Test
    void tellsTheLanguageItAnswersIn() {
        assertThat(Texts.spoken(Locale.forLanguageTag("de-AT"))).isEqualTo(Locale.forLanguageTag("de-AT"));
        assertThat(Texts.spoken(Locale.forLanguageTag("fi-FI"))).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void findsTextsOfTheLanguageInUtf8() {
        assertThat(texts.text(Locale.GERMAN, "sample.list.title")).isEqualTo("Rechnungen für Köln");
        assertThat(texts.text(SWISS, "sample.list.title")).isEqualTo("Rechnungen für Köln");
    }

    @Test
    void countsByTheRulesOfTheTextsOwnLanguage() {
        assertThat(texts.text(Locale.ENGLISH, "sample.list.count", Map.of("count", 0)))
                .isEqualTo("No invoices");
        assertThat(texts.text(Locale.GERMAN, "sample.list.count", Map.of("count", 1)))
                .isEqualTo("1 Rechnung");
        // French counts 0 as one; the text is English.
        assertThat(texts.text(Locale.FRENCH, "sample.list.count", Map.of("count", 1_234)))
                .isEqualTo("1,234 invoices");
    }

    @Test
    void writesNumbersAsTheRegionDoes() {
        assertThat(texts.text(Locale.GERMANY, "sample.list.total", "5", 1_234)).isEqualTo("5 von 1.234");
        assertThat(texts.text(SWISS, "sample.list.total", "5", 1_234)).isEqualTo("5 von 1'234");
    }

    @Test
    void keepsApostrophesOfPeople() {
        assertThat(texts.text(Locale.ENGLISH, "sample.list.owner", Map.of("name", "Larkin")))
                .isEqualTo("It's Larkin's");
    }

    @Test
    void fallsBackToEnglish() {
        assertThat(texts.text(Locale.GERMAN, "sample.list.only-english")).isEqualTo("Only here");
        assertThat(texts.text(Locale.forLanguageTag("ja-JP"), "sample.list.title"))
                .isEqualTo("Invoices");
    }

    @Test
    void refusesMissingAndBrokenTextsWhenStrict() {
        assertThatThrownBy(() -> texts.text(Locale.ENGLISH, "sample.list.nowhere"))
                .isInstanceOf(MissingText.class);
        assertThatThrownBy(() -> texts.text(Locale.ENGLISH, "noroom")).isInstanceOf(MissingText.class);
        assertThatThrownBy(() -> texts.text(Locale.ENGLISH, "sample.list.broken", Map.of("count", 1)))
                .isInstanceOf(MissingText.class);
    }

    @Test
    void showsTheKeyInFrontOfPeople() {
        Texts lenient = Texts.lenient(getClass().getClassLoader());

        assertThat(lenient.text(Locale.ENGLISH, "sample.list.nowhere")).isEqualTo("sample.list.nowhere");
    }

    @Test
    void joinsBundlesOfSeveralModulesAndRefusesContradictions(@TempDir Path first, @TempDir Path second)
            throws IOException {
        write(first, "room.a = A\nroom.both = same\n");
        write(second, "room.b = B\nroom.both = same\n");
        Texts joined = Texts.strict(new URLClassLoader(new URL[] {url(first), url(second)}, null));
        assertThat(joined.keys("room", Locale.ENGLISH)).containsExactlyInAnyOrder("room.a", "room.b", "room.both");

        write(second, "room.both = other\n");
        Texts torn = Texts.strict(new URLClassLoader(new URL[] {url(first), url(second)}, null));
        assertThatIllegalStateException().isThrownBy(() -> torn.text(Locale.ENGLISH, "room.a"));
    }

    private static void write(Path module, String content) throws IOException {
        Files.createDirectories(module.resolve("texts"));
        Files.writeString(module.resolve("texts/room_en.properties"), content);
    }

    private static URL url(Path module) throws IOException {
        return module.toUri().toURL();
    }
}
