package com.duemate.platform.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What only the sources show: one place sets the scope, no SQL from strings, no file too long. */
class SourcesTest {

    private static final Path ROOT = root();
    private static final Pattern TELLS = Pattern.compile("set_config\\s*\\(|\\bSET\\s+(LOCAL|ROLE|SESSION)\\b");
    private static final Pattern GLUED = Pattern.compile("\\.sql\\((?:[^()]|\\([^()]*\\))*?\"\\s*\\+\\s*[a-z]");

    @Test
    void onePlaceTellsPostgresWhoIsAsking() throws IOException {
        assertThat(containing(TELLS)).containsExactly("PlanePools.java");
    }

    @Test
    void noStatementIsGluedFromValues() throws IOException {
        assertThat(containing(GLUED)).isEmpty();
    }

    @Test
    void filesStayShort() throws IOException {
        var lengths = sources().stream().map(SourcesTest::lines).sorted().toList();
        assertThat(lengths).hasSizeGreaterThan(100);
        assertThat(lengths.getLast()).as("longest").isLessThanOrEqualTo(400);
        assertThat(lengths.get(lengths.size() * 9 / 10)).as("90th percentile").isLessThanOrEqualTo(160);
    }

    private static List<String> containing(Pattern pattern) throws IOException {
        return sources().stream()
                .filter(file -> pattern.matcher(read(file)).find())
                .map(file -> file.getFileName().toString())
                .toList();
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/src/main/"))
                    .toList();
        }
    }

    private static long lines(Path file) {
        return read(file).lines().count();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path root() {
        var here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("mvnw"))) {
            here = java.util.Objects.requireNonNull(here.getParent(), "the root of the tree");
        }
        return here;
    }
}
