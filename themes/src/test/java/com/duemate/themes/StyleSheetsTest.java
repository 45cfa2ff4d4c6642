package com.duemate.themes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StyleSheetsTest {

    private static final Pattern DECLARATION = Pattern.compile("(--[a-z0-9-]+)\\s*:\\s*([^;]+);");
    private static final Pattern USE = Pattern.compile("var\\((--dm-[a-z0-9-]+)");
    private static final Pattern BLOCK = Pattern.compile("^\\.([\\w-]+) \\{", Pattern.MULTILINE);
    private static final Pattern PAIR = Pattern.compile(
            "light-dark\\(oklch\\(([\\d.]+) ([\\d.]+) ([\\d.]+)\\), oklch\\(([\\d.]+) ([\\d.]+) ([\\d.]+)\\)\\)");
    private static final List<String> STATES =
            List.of("--dm-money-in", "--dm-due-soon", "--dm-late", "--dm-risk-high", "--dm-disputed", "--dm-calm");

    /** Opacity of a badge's wash, as {@code parts.css} has it. */
    private static final double WASH = 0.16;

    @Test
    void saysEveryStateReadablyOnEveryGroundAndItsOwnWash() {
        Map<String, String> tokens = declarations(StyleSheets.TOKENS);
        Map<String, String> page = declarations(StyleSheets.PAGE);
        for (String state : STATES) {
            Matcher pair = PAIR.matcher(Objects.requireNonNull(tokens.get(state), state));
            assertThat(pair.matches()).as(state).isTrue();
            for (int scheme = 0; scheme < 2; scheme++) {
                Oklch colour = new Oklch(number(pair, scheme, 1), number(pair, scheme, 2), number(pair, scheme, 3));
                Oklch wash = colour.withLightness(0.7).withChroma(colour.chroma() * 1.2);
                for (String ground : List.of("--dm-ground", "--dm-surface", "--dm-accent-soft")) {
                    HexColour below = half(Objects.requireNonNull(page.get(ground), ground), scheme);
                    assertThat(colour.hex().contrastWith(below))
                            .as("%s on %s", state, ground)
                            .isGreaterThanOrEqualTo(4.5);
                    assertThat(colour.hex().contrastWith(wash.hex().over(below, WASH)))
                            .as("%s on its wash on %s", state, ground)
                            .isGreaterThanOrEqualTo(4.5);
                }
            }
        }
    }

    @Test
    void givesPlainPagesTheSameTokens() {
        Map<String, String> tokens = declarations(StyleSheets.TOKENS);
        Map<String, String> page = declarations(StyleSheets.PAGE);

        assertThat(page)
                .containsAllEntriesOf(Map.of(
                        "--dm-money-in", Objects.requireNonNull(tokens.get("--dm-money-in")),
                        "--dm-due-soon", Objects.requireNonNull(tokens.get("--dm-due-soon")),
                        "--dm-late", Objects.requireNonNull(tokens.get("--dm-late"))));
    }

    @Test
    void startsFromTheNeutralBrand() {
        Map<String, String> neutral = declarations(BrandStyle.of(BrandValues.NEUTRAL));
        Map<String, String> page = declarations(StyleSheets.PAGE);
        Map<String, String> tokens = declarations(StyleSheets.TOKENS);

        for (String name :
                List.of("accent", "on-accent", "accent-text", "accent-soft", "ground", "surface", "text", "radius")) {
            assertThat(page).containsEntry("--dm-" + name, neutral.get("--dm-" + name));
        }
        for (String name : List.of("--aura-accent-color-light", "--aura-accent-color-dark")) {
            assertThat(tokens).containsEntry(name, neutral.get(name));
        }
    }

    @Test
    void keepsPlainPagesSmall() {
        assertThat(text(StyleSheets.PAGE).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(6_144);
    }

    @Test
    void usesOnlyTokensThatExist() {
        List<String> sheets = List.of(
                StyleSheets.TOKENS,
                StyleSheets.ICONS,
                StyleSheets.APP,
                StyleSheets.PARTS,
                StyleSheets.WORK,
                StyleSheets.SURFACES);
        List<String> known = sheets.stream()
                .flatMap(sheet -> declarations(sheet).keySet().stream())
                .toList();
        assertThat(sheets)
                .allSatisfy(sheet -> assertThat(uses(sheet)).isNotEmpty().isSubsetOf(known));
        assertThat(uses(StyleSheets.PAGE))
                .isSubsetOf(declarations(StyleSheets.PAGE).keySet());
        assertThat(known).contains("--dm-motion", "--dm-z-panel", "--dm-space-4");
    }

    /** Two sheets that lay out the same name undo each other, and which one wins depends on the way one came. */
    @Test
    void laysOutEachNameInOneSheetOnly() {
        Map<String, String> owners = new LinkedHashMap<>();
        for (String sheet : List.of(
                StyleSheets.ICONS,
                StyleSheets.APP,
                StyleSheets.PARTS,
                StyleSheets.WORK,
                StyleSheets.SURFACES,
                StyleSheets.PORTAL,
                StyleSheets.ROOMS)) {
            BLOCK.matcher(text(sheet)).results().map(block -> block.group(1)).forEach(name -> assertThat(
                            Objects.requireNonNullElse(owners.putIfAbsent(name, sheet), sheet))
                    .as(name)
                    .isEqualTo(sheet));
        }
        assertThat(owners).containsKeys("dm-beside", "dm-pair");
    }

    /** Nothing is fetched from elsewhere, and nothing names the platform. */
    @Test
    void standsAlone() {
        for (String sheet : List.of(
                StyleSheets.TOKENS,
                StyleSheets.ICONS,
                StyleSheets.APP,
                StyleSheets.PARTS,
                StyleSheets.WORK,
                StyleSheets.SURFACES,
                StyleSheets.PAGE,
                StyleSheets.CHARTS_SCRIPT)) {
            assertThat(text(sheet))
                    .doesNotContain("@import", "https:", "url(//")
                    .doesNotContainIgnoringCase("duemate");
        }
    }

    private static List<String> uses(String sheet) {
        return USE.matcher(text(sheet))
                .results()
                .map(result -> result.group(1))
                .distinct()
                .toList();
    }

    private static Map<String, String> declarations(String sheet) {
        return read(text(sheet));
    }

    private static Map<String, String> declarations(BrandStyle style) {
        return read(style.stylesheet());
    }

    /** The first value of each custom property, with spaces as a person would put them. */
    private static Map<String, String> read(String css) {
        Map<String, String> found = new LinkedHashMap<>();
        try (Stream<MatchResult> results = DECLARATION.matcher(css).results()) {
            results.forEach(result -> found.putIfAbsent(
                    result.group(1),
                    result.group(2)
                            .replaceAll("\\s*,\\s*", ", ")
                            .replace("#fff)", "#ffffff)")
                            .replace("#fff,", "#ffffff,")));
        }
        return found;
    }

    private static double number(MatchResult pair, int scheme, int part) {
        return Double.parseDouble(pair.group(scheme * 3 + part));
    }

    private static HexColour half(String pair, int scheme) {
        return new HexColour(pair.replace("light-dark(", "").replace(")", "").split(", ")[scheme]);
    }

    private static String text(String sheet) {
        try (InputStream in = StyleSheets.class.getResourceAsStream("/META-INF/resources/" + sheet)) {
            return new String(Objects.requireNonNull(in, sheet).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
