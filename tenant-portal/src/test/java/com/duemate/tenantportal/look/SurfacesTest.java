package com.duemate.tenantportal.look;

import static org.assertj.core.api.Assertions.assertThat;

import com.duemate.platform.kernel.Money;
import com.duemate.themes.StyleSheets;
import com.duemate.themes.text.Formats;
import com.duemate.themes.text.Texts;
import com.vaadin.flow.dom.Element;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SurfacesTest {

    private final Formats formats = new Formats(Locale.UK, ZoneId.of("UTC"), Currency.getInstance("EUR"));

    /** What a mail contains is a stranger's text: no script, no form, no way out of its frame. */
    @Test
    void showsMailWithoutAnyPermission() {
        String html = "<p>Hello</p><script>alert(1)</script>";

        Element frame =
                find(MessagePreview.mail("A", "b@c.example", "Subject", html).getElement(), "iframe");

        assertThat(frame.getAttribute("sandbox")).isEmpty();
        assertThat(frame.getAttribute("srcdoc"))
                .startsWith("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';")
                .doesNotContain("script-src")
                .endsWith(html);
    }

    @Test
    void showsTextMessagesAsTextOnly() {
        Element preview = MessagePreview.sms("Northwind", "<b>not bold</b>").getElement();

        assertThat(preview.getTextRecursively()).isEqualTo("Northwind<b>not bold</b>");
    }

    @Test
    void givesTheChartsFiguresAgainAsTable() {
        BarChart chart = new BarChart("Open by days late");
        chart.show(
                formats,
                List.of(
                        new BarChart.Bar("current", Money.of(12_000_000, "EUR"), BarChart.Colour.CURRENT),
                        new BarChart.Bar("1-30", Money.of(2_450_050, "EUR"), BarChart.Colour.DAYS_1_30)));

        assertThat(find(chart.getElement(), "table").getTextRecursively())
                .isEqualTo("Open by days latecurrent€120,000.001-30€24,500.50");
        assertThat(find(chart.getElement(), "canvas").getAttribute("aria-label"))
                .isEqualTo("Open by days late; current €120,000.00; 1-30 €24,500.50");
    }

    @Test
    void findsItsScriptsOnTheClassPath() {
        assertThat(getClass().getResource("/META-INF/resources/" + BarChart.CHART_JS))
                .isNotNull();
        assertThat(getClass().getResource("/META-INF/resources/" + StyleSheets.CHARTS_SCRIPT))
                .isNotNull();
    }

    @Test
    void hasAnImageForEverySignShapeAndDrawing() throws IOException {
        String icons = text(StyleSheets.ICONS);

        Stream<String> classes = Stream.of(
                        Arrays.stream(Sign.values()).map(Sign::className),
                        Arrays.stream(Tone.values()).map(tone -> "dm-shape--" + tone.word()),
                        Arrays.stream(Drawing.values())
                                .map(drawing -> drawing.create().getClassName().split(" ")[1]))
                .flatMap(names -> names);
        assertThat(classes).isNotEmpty().allSatisfy(name -> assertThat(icons).contains("." + name + " {"));
    }

    @Test
    void speaksEveryLanguageInFull() {
        Texts texts = Texts.strict(getClass().getClassLoader());
        PortalTexts portal = new PortalTexts(texts);

        for (Locale language : portal.getProvidedLocales()) {
            assertThat(texts.keys("look", language)).isEqualTo(texts.keys("look", Locale.ENGLISH));
        }
        assertThat(portal.getTranslation("look.bulk.selected", Locale.GERMAN, 1_200))
                .isEqualTo("1.200 ausgewählt");
        assertThat(portal.getTranslation("look.why", Locale.GERMAN, Map.of("unused", 1)))
                .isEqualTo("Warum?");
    }

    private static Element find(Element from, String tag) {
        return descendants(from)
                .filter(element -> !element.isTextNode() && element.getTag().equals(tag))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Element> descendants(Element from) {
        return Stream.concat(Stream.of(from), from.getChildren().flatMap(SurfacesTest::descendants));
    }

    private static String text(String sheet) throws IOException {
        try (InputStream in = StyleSheets.class.getResourceAsStream("/META-INF/resources/" + sheet)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
