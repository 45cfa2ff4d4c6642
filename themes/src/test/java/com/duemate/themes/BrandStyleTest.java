package com.duemate.themes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BrandStyleTest {

    private static final int MANY = 500;
    private static final List<String> HARD = List.of(
            "#000000", "#ffffff", "#808080", "#ffff00", "#00ff00", "#00ffff", "#ff00ff", "#0000ff", "#ff0000",
            "#767676", "#ff6b00");

    @Test
    void makesEveryBrandReadableInBothSchemes() {
        Random random = new Random(20_261_111);
        for (int i = 0; i < MANY; i++) {
            BrandValues values = i < HARD.size() ? BrandValues.ofAccent(new HexColour(HARD.get(i))) : anyBrand(random);

            BrandStyle style = BrandStyle.of(values);

            assertReadable(values, style, style.accent(), style.onAccent(), "--dm-accent-text", 0);
            assertReadable(values, style, style.accentInTheDark(), style.onAccentInTheDark(), "--dm-accent-text", 1);
            MailColours mail = style.mail();
            assertThat(mail.link().contrastWith(mail.surface())).isGreaterThanOrEqualTo(4.5);
            assertThat(mail.accent().contrastWith(mail.onAccent())).isGreaterThanOrEqualTo(4.5);
            assertThat(mail.text().contrastWith(mail.background())).isGreaterThanOrEqualTo(7);
        }
    }

    @Test
    void leavesReadableAccentsAlone() {
        assertThat(BrandStyle.of(BrandValues.NEUTRAL).accent()).isEqualTo(BrandValues.NEUTRAL.accentLight());
        assertThat(BrandStyle.of(BrandValues.ofAccent(new HexColour("#0B6B5D")))
                        .accent()
                        .value())
                .isEqualTo("#0b6b5d");
    }

    @Test
    void movesUnreadableAccentsByLittle() {
        HexColour wanted = new HexColour("#d9480f");

        HexColour shown = BrandStyle.of(BrandValues.ofAccent(wanted)).accent();

        assertThat(shown).isNotEqualTo(wanted);
        assertThat(Oklch.of(shown).lightness()).isCloseTo(Oklch.of(wanted).lightness(), within(0.1));
        assertThat(Oklch.of(shown).hue()).isCloseTo(Oklch.of(wanted).hue(), within(6.0));
    }

    @Test
    void givesTheSameBytesForTheSameBrandAndAnotherVersionForAnother() {
        BrandStyle once = BrandStyle.of(BrandValues.ofAccent(new HexColour("#7a1fa2")));
        BrandStyle again = BrandStyle.of(BrandValues.ofAccent(new HexColour("#7A1FA2")));
        BrandStyle other = BrandStyle.of(BrandValues.ofAccent(new HexColour("#7a1fa3")));

        assertThat(again.stylesheet()).isEqualTo(once.stylesheet());
        assertThat(again.version()).isEqualTo(once.version()).matches("[0-9a-f]{16}");
        assertThat(other.version()).isNotEqualTo(once.version());
        assertThat(once.stylesheet()).doesNotContainIgnoringCase("duemate").hasSizeLessThan(2_000);
    }

    @Test
    void refusesWhateverIsNotAColourOrOutOfRange() {
        for (String text : List.of(
                "", "red", "#fff", "#12345g", "#12345678", "#123456;}", "rgb(0,0,0)", " #123456", "#123456\n")) {
            assertThatIllegalArgumentException().as(text).isThrownBy(() -> new HexColour(text));
        }
        HexColour accent = new HexColour("#123456");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BrandValues(accent, null, null, null, 13, 14, BrandFont.SYSTEM));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BrandValues(accent, null, null, null, 3, 30, BrandFont.SYSTEM));
    }

    private static void assertReadable(
            BrandValues values, BrandStyle style, HexColour accent, HexColour onAccent, String words, int scheme) {
        assertThat(accent.contrastWith(onAccent))
                .as("on the accent of %s", values)
                .isGreaterThanOrEqualTo(4.5);
        HexColour text = colour(style, words, scheme);
        for (String ground : List.of("--dm-ground", "--dm-surface", "--dm-accent-soft")) {
            HexColour below = colour(style, ground, scheme);
            assertThat(text.contrastWith(below))
                    .as("accent text on %s of %s", ground, values)
                    .isGreaterThanOrEqualTo(4.5);
            assertThat(colour(style, "--dm-text", scheme).contrastWith(below))
                    .as("text on %s of %s", ground, values)
                    .isGreaterThanOrEqualTo(7);
        }
    }

    /** The light (0) or dark (1) half of a pair as the stylesheet has it. */
    private static HexColour colour(BrandStyle style, String property, int scheme) {
        String pair =
                style.stylesheet().split(property + ": light-dark\\(", 2)[1].split("\\)", 2)[0];
        return new HexColour(pair.split(", ")[scheme]);
    }

    private static BrandValues anyBrand(Random random) {
        return new BrandValues(
                anyColour(random),
                random.nextBoolean() ? anyColour(random) : null,
                random.nextBoolean() ? anyColour(random) : null,
                random.nextBoolean() ? anyColour(random) : null,
                random.nextInt(13),
                13 + random.nextInt(6),
                BrandFont.values()[random.nextInt(BrandFont.values().length)]);
    }

    private static HexColour anyColour(Random random) {
        return HexColour.ofChannels(random.nextInt(256), random.nextInt(256), random.nextInt(256));
    }
}
