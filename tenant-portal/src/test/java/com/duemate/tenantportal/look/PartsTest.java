package com.duemate.tenantportal.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.duemate.themes.text.Formats;
import com.duemate.themes.text.When;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PartsTest {

    private final Formats formats = new Formats(Locale.UK, ZoneId.of("UTC"), Currency.getInstance("EUR"));

    @Test
    void saysAStateInShapeAndWord() {
        Element badge = new StatusBadge(Tone.LATE, "9 days late").getElement();

        assertThat(badge.getClassList()).contains("dm-badge--late");
        assertThat(badge.getChild(0).getClassList()).contains("dm-shape--late");
        assertThat(badge.getTextRecursively()).isEqualTo("9 days late");
    }

    @Test
    void keepsTheAbsoluteDateForHoverAndScreenReaders() {
        Element date = new DateText(new When("tomorrow", "Thursday, 12 November 2026", "2026-11-12")).getElement();

        assertThat(date.getAttribute("datetime")).isEqualTo("2026-11-12");
        assertThat(date.getAttribute("title")).isEqualTo("Thursday, 12 November 2026");
        assertThat(date.getTextRecursively()).isEqualTo("tomorrow, Thursday, 12 November 2026");
    }

    @Test
    void makesInitialsOfAnyName() {
        assertThat(CompanyChip.initials("Larkin Ltd")).isEqualTo("LL");
        assertThat(CompanyChip.initials("  orion  Media & Sons, Inc. ")).isEqualTo("OI");
        assertThat(CompanyChip.initials("Ärzte")).isEqualTo("Ä");
        assertThat(CompanyChip.initials("株式会社 山田")).isEqualTo("株山");
        assertThat(CompanyChip.initials("!?")).isEmpty();
        assertThat(CompanyChip.initials("")).isEmpty();
    }

    @Test
    void drawsTheGreatestValueHighest() {
        assertThat(Sparkline.line(10, 30, 20)).isEqualTo("M0 28L50 2L100 15");
        assertThat(Sparkline.line(5, 5)).isEqualTo("M0 28L100 28");
        assertThat(Sparkline.line(Long.MIN_VALUE, Long.MAX_VALUE)).isEqualTo("M0 28L100 2");
    }

    @Test
    void judgesAChangeByWhatItsGrowthMeans() {
        assertThat(new ChangeText(formats, 0.04, ChangeText.Growth.BAD).getClassNames())
                .contains("dm-change--bad");
        assertThat(new ChangeText(formats, -0.04, ChangeText.Growth.BAD).getClassNames())
                .contains("dm-change--good");
        assertThat(new ChangeText(formats, 0.004, ChangeText.Growth.BAD).getClassNames())
                .doesNotContain("dm-change--bad", "dm-change--good");
    }

    @Test
    void keepsPageHeadersCalm() {
        PageHeader header = new PageHeader("Invoices")
                .quiet(new Span("one"))
                .primary(new Span("New"))
                .quiet(new Span("two"));

        assertThat(header.getElement().getTextRecursively()).isEqualTo("InvoicesonetwoNew");
        assertThatIllegalStateException().isThrownBy(() -> header.quiet(new Span("three")));
    }

    @Test
    void choosesOneFilterAtATime() {
        List<String> chosen = new ArrayList<>();
        FilterChips<String> chips = new FilterChips<>("Filter", chosen::add);
        chips.chip("all", "All").chip("late", "Late");
        chips.count("late", "23");

        chips.choose("late");

        assertThat(pressed(chips)).containsExactly("false", "true");
        assertThat(chosen).isEmpty();
        assertThat(chips.getElement().getChild(1).getTextRecursively()).isEqualTo("Late23");
        assertThatIllegalArgumentException().isThrownBy(() -> chips.choose("drafts"));
    }

    @Test
    void marksThePlaceOneIsIn() {
        BottomBar bar = new BottomBar("Main").place(Sign.HOME, "Home", "").place(Sign.INVOICE, "Invoices", "invoices");

        bar.mark("invoices/0197");
        assertThat(current(bar)).containsExactly("invoices");
        bar.mark("");
        assertThat(current(bar)).containsExactly("");
        bar.mark("invoices-archive");
        assertThat(current(bar)).isEmpty();
    }

    private static List<String> pressed(FilterChips<String> chips) {
        return chips.getElement()
                .getChildren()
                .map(chip -> chip.getAttribute("aria-pressed"))
                .toList();
    }

    private static List<String> current(BottomBar bar) {
        return bar.getElement()
                .getChildren()
                .filter(place -> place.hasAttribute("aria-current"))
                .map(place -> place.getAttribute("href"))
                .toList();
    }
}
