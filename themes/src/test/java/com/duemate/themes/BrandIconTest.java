package com.duemate.themes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BrandIconTest {

    private static final HexColour TEAL = new HexColour("#0f766e");

    @Test
    void showsTheFirstLetterOfTheNameOnTheBrandsColour() {
        assertThat(BrandIcon.svg("  élan & Söhne", TEAL)).contains("fill=\"#0f766e\"", ">É</text>");
    }

    @Test
    void letsNothingOfANameBecomeMarkup() {
        assertThat(BrandIcon.svg("<script>", TEAL)).contains(">S</text>").doesNotContain("script");
        assertThat(BrandIcon.svg("&\"", TEAL)).doesNotContain("<text");
    }

    @Test
    void keepsTheLetterReadableOnAPaleColour() {
        var pale = BrandStyle.of(BrandValues.ofAccent(new HexColour("#fff3a0")));
        assertThat(BrandIcon.svg("Zest", new HexColour("#fff3a0")))
                .contains("fill=\"%s\"/>".formatted(pale.accent()), "fill=\"%s\">Z".formatted(pale.onAccent()));
    }
}
