package com.duemate.themes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OklchTest {

    /** Values of CSS Color 4 and of the WCAG definition of contrast. */
    @Test
    void agreesWithThePublishedExamples() {
        Oklch red = Oklch.of(new HexColour("#ff0000"));

        assertThat(red.lightness()).isCloseTo(0.628, within(0.001));
        assertThat(red.chroma()).isCloseTo(0.2577, within(0.001));
        assertThat(red.hue()).isCloseTo(29.23, within(0.05));
        assertThat(new HexColour("#000000").contrastWith(new HexColour("#ffffff")))
                .isCloseTo(21, within(0.001));
        assertThat(new HexColour("#767676").contrastWith(new HexColour("#ffffff")))
                .isCloseTo(4.54, within(0.01));
    }

    @Test
    void comesBackToTheSameColour() {
        for (int colour = 0; colour < 0x1000000; colour += 4_099) {
            HexColour from = HexColour.ofChannels(colour >> 16, colour >> 8 & 255, colour & 255);

            assertThat(Oklch.of(from).hex()).isEqualTo(from);
        }
    }
}
