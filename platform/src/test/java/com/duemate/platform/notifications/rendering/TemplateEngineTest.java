package com.duemate.platform.notifications.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateEngineTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final TemplateEngine engine = new TemplateEngine();

    /** Has what reflection would find. */
    public record Secret(String name) {

        public String getKey() {
            return "leaked";
        }
    }

    @Test
    void escapesForHtmlInTextAndInAttributes() {
        var model = Map.of("x", "<script>\"'&`</script>");
        assertThat(render("<a title=\"{{x}}\">{{x}}</a>", Escape.HTML, model))
                .isEqualTo("<a title=\"&lt;script&gt;&quot;&#39;&amp;&#96;&lt;/script&gt;\">"
                        + "&lt;script&gt;&quot;&#39;&amp;&#96;&lt;/script&gt;</a>");
    }

    @Test
    void keepsAValueOfPlainTextOnOneLine() {
        var model = Map.of("x", "a\r\nBcc: b\u2028c\u0000d\u202Ee\u0085f");
        assertThat(render("{{x}}", Escape.TEXT, model)).isEqualTo("a  Bcc: b cde f");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{secret.name}}",
                "{{secret.key}}",
                "{{text.bytes}}",
                "{{text.class}}",
                "{{text.class.name}}",
                "{{text.length}}",
                "{{list.size}}",
                "{{list.class}}",
                "{{map.class}}",
                "{{missing}}",
                "{{map.missing}}"
            })
    void findsValuesInMapsAndNowhereElse(String source) {
        var model = Map.of(
                "secret", new Secret("leaked"), "text", "leaked", "list", List.of("leaked"), "map", Map.of("a", "b"));
        assertThatThrownBy(() -> render(source, Escape.HTML, model)).isInstanceOf(TemplateFailed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{#with map}}x{{/with}}",
                "{{#unless no}}x{{/unless}}",
                "{{lookup map 'a'}}",
                "{{log 'x'}}",
                "{{include 'layout.html'}}",
                "{{embedded 'layout.html'}}",
                "{{precompile 'layout.html'}}",
                "{{#block 'a'}}x{{/block}}",
                "{{#partial 'a'}}x{{/partial}}",
                "{{i18n 'a'}}",
                "{{> layout.html}}",
                "{{> (lookup map 'a')}}",
                "{{#*inline 'a'}}x{{/inline}}{{> a}}",
                "{{#map}",
                "{{#if map}}"
            })
    void knowsNothingButIfAndEach(String source) {
        assertThatThrownBy(() -> render(source, Escape.HTML, Map.of("map", Map.of("a", "b"))))
                .isInstanceOf(TemplateFailed.class);
    }

    @Test
    void asksForAbsentValuesOnlyWithIf() {
        assertThat(render("{{#if missing}}{{missing}}{{else}}none{{/if}}", Escape.HTML, Map.of()))
                .isEqualTo("none");
        assertThatExceptionOfType(TemplateFailed.class)
                .isThrownBy(() -> render("Dear {{customer}}", Escape.HTML, Map.of()))
                .withMessageContaining("customer");
    }

    @Test
    void stopsWhatGrowsWithoutEnd() {
        var many = Map.of("a", Collections.nCopies(5_000, Map.of()));
        var source = "{{#each a}}{{#each a}}0123456789{{/each}}{{/each}}";
        assertTimeoutPreemptively(SOON, () -> assertThatExceptionOfType(TemplateFailed.class)
                .isThrownBy(() -> render(source, Escape.HTML, many))
                .withMessageContaining("characters"));
    }

    @Test
    void stopsWhatTakesForEverWithoutAWord() {
        var many = Map.of("a", Collections.nCopies(5_000, Map.of()));
        var source = "{{#each a}}{{#each a}}{{#each a}}{{#each a}}{{/each}}{{/each}}{{/each}}{{/each}}";
        var limits = new Limits(1_000, Duration.ofMillis(100));
        assertTimeoutPreemptively(SOON, () -> assertThatExceptionOfType(TemplateFailed.class)
                .isThrownBy(() -> engine.renderSource(source, Escape.HTML, many, limits))
                .withMessageContaining("longer"));
    }

    @Test
    void survivesATemplateNestedTooDeepToRead() {
        var source = "{{#if a}}".repeat(20_000) + "{{/if}}".repeat(20_000);
        assertThatThrownBy(() -> render(source, Escape.HTML, Map.of("a", "x"))).isInstanceOf(TemplateFailed.class);
    }

    @Test
    void letsOurOwnPagesShareAFrameAndHoldMarkup() {
        var model = Map.of(
                "title", "Tom & Jerry",
                "content", "<b>ours</b>",
                "rows", List.of(Map.of("name", "<i>")));
        assertThat(engine.page("engine/page.html", model))
                .contains("<h1>Tom &amp; Jerry</h1>", "<main><b>ours</b></main>", "<li>&lt;i&gt;</li>");
    }

    @Test
    void namesThePageThatFails() {
        assertThatExceptionOfType(TemplateFailed.class)
                .isThrownBy(() -> engine.page("engine/page.html", Map.of()))
                .withMessageContaining("engine/page.html")
                .withMessageContaining("title");
        assertThatExceptionOfType(TemplateFailed.class).isThrownBy(() -> engine.page("engine/absent.html", Map.of()));
    }

    private String render(String source, Escape escape, Map<String, ?> model) {
        return engine.renderSource(source, escape, model, Limits.MESSAGE);
    }
}
