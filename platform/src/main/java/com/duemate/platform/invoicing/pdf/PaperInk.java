package com.duemate.platform.invoicing.pdf;

import com.duemate.themes.BrandStyle;
import com.duemate.themes.BrandValues;
import com.duemate.themes.HexColour;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.awt.Color;

/**
 * The colours of one paper, all but the greys derived from the brand's accent as screens show it.
 *
 * @param accent for areas
 * @param accentText dark enough for words on white
 * @param tint a breath of the accent, for the ground of a box
 */
record PaperInk(Color accent, Color accentText, Color tint) {

    static final Color TEXT = new Color(0x17, 0x1A, 0x1F);
    static final Color MUTED = new Color(0x5D, 0x66, 0x73);
    static final Color HAIRLINE = new Color(0xE1, 0xE4, 0xE9);

    private static final double BREATH = 0.055;

    private static final Cache<String, PaperInk> MIXED =
            Caffeine.newBuilder().maximumSize(1_000).build();

    static PaperInk of(String hex) {
        return MIXED.get(hex, PaperInk::mixed);
    }

    private static PaperInk mixed(String hex) {
        var colours = BrandStyle.of(BrandValues.ofAccent(new HexColour(hex))).mail();
        var text = Color.decode(colours.link().value());
        return new PaperInk(Color.decode(colours.accent().value()), text, onWhite(text));
    }

    private static Color onWhite(Color ink) {
        return new Color(channel(ink.getRed()), channel(ink.getGreen()), channel(ink.getBlue()));
    }

    private static int channel(int ink) {
        return (int) Math.round(255 + (ink - 255) * BREATH);
    }
}
