package com.duemate.tenantportal;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.themes.text.Texts;
import com.ibm.icu.text.MessageFormat;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** What holds for every screen: who may come in, and that it has all its words in every language. */
class ScreensTest {

    private static final List<Class<? extends Annotation>> ACCESS =
            List.of(RolesAllowed.class, PermitAll.class, DenyAll.class, AnonymousAllowed.class);
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path TEXTS = Path.of("src/main/resources/texts");
    private static final Pattern KEY =
            Pattern.compile("\"((?:look|portal[a-z]*|identity|reminders)\\.[A-Za-z][\\w.]*)\"");

    private final Texts texts = Texts.strict(getClass().getClassLoader());

    @Test
    void everyScreenIsItsRoomsOwnAndSaysWhoMayComeIn() {
        var screens = screens();

        assertThat(screens).hasSizeGreaterThan(10).allSatisfy(screen -> {
            assertThat(Modifier.isPublic(screen.getModifiers())).isFalse();
            assertThat(ACCESS.stream().filter(screen::isAnnotationPresent)).hasSize(1);
        });
    }

    /** A key that ends in a dot, or is followed by more, stands for the keys below it. */
    @Test
    void everyKeyInTheSourcesHasAText() throws IOException {
        var used = keysInSources();

        assertThat(used).hasSizeGreaterThan(100).allSatisfy(key -> {
            var room = key.substring(0, key.indexOf('.'));
            assertThat(texts.keys(room, Locale.ENGLISH))
                    .as(key)
                    .anyMatch(text -> text.equals(key) || text.startsWith(below(key)));
        });
    }

    @Test
    void everyTextIsThereInEveryLanguageAndCanBeRead() throws IOException {
        for (var room : rooms()) {
            var english = texts.keys(room, Locale.ENGLISH);
            for (var language : Texts.LANGUAGES) {
                assertThat(texts.keys(room, language)).as(room + " " + language).isEqualTo(english);
            }
        }
        try (var files = Files.list(TEXTS)) {
            assertThat(files).isNotEmpty().allSatisfy(file -> patterns(file).forEach(MessageFormat::new));
        }
    }

    private static List<Class<?>> screens() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        var found = new ArrayList<Class<?>>();
        for (var bean : scanner.findCandidateComponents("com.duemate.tenantportal")) {
            try {
                found.add(Class.forName(bean.getBeanClassName()));
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
        return found;
    }

    private static Set<String> keysInSources() throws IOException {
        var keys = new TreeSet<String>();
        try (var files = Files.walk(SOURCES)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                KEY.matcher(Files.readString(file)).results().forEach(found -> keys.add(found.group(1)));
            }
        }
        return keys;
    }

    private static String below(String key) {
        return key.endsWith(".") ? key : key + ".";
    }

    private static Set<String> rooms() throws IOException {
        try (var files = Files.list(TEXTS)) {
            var rooms = new TreeSet<String>();
            files.forEach(file -> rooms.add(file.getFileName().toString().replaceFirst("_.*", "")));
            return rooms;
        }
    }

    private static Stream<String> patterns(Path file) {
        var texts = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            texts.load(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return texts.stringPropertyNames().stream().map(texts::getProperty);
    }
}
