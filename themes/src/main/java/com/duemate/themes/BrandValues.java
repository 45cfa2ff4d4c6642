package com.duemate.themes;

import org.jspecify.annotations.Nullable;

/**
 * What a brand decides about the look. Everything else is derived, so that no choice can make a screen unreadable.
 *
 * @param accentDark null derives it from the light one
 * @param backgroundLight null takes the neutral one
 * @param backgroundDark null takes the neutral one
 * @param radius roundness of corners, 0 (square) to 12
 * @param fontSize base size of text on the portals' screens in pixels, 13 to 18
 * @throws IllegalArgumentException when a number is out of range
 */
public record BrandValues(
        HexColour accentLight,
        @Nullable HexColour accentDark,
        @Nullable HexColour backgroundLight,
        @Nullable HexColour backgroundDark,
        int radius,
        int fontSize,
        BrandFont font) {

    public static final int MAX_RADIUS = 12;
    public static final int MIN_FONT_SIZE = 13;
    public static final int MAX_FONT_SIZE = 18;

    /** The look of whoever has not chosen one. */
    public static final BrandValues NEUTRAL = ofAccent(new HexColour("#3b55c9"));

    public BrandValues {
        if (radius < 0 || radius > MAX_RADIUS) {
            throw new IllegalArgumentException("radius is 0 to " + MAX_RADIUS);
        }
        if (fontSize < MIN_FONT_SIZE || fontSize > MAX_FONT_SIZE) {
            throw new IllegalArgumentException("font size is " + MIN_FONT_SIZE + " to " + MAX_FONT_SIZE);
        }
    }

    /** One colour and everything else neutral: enough for a first impression of one's own. */
    public static BrandValues ofAccent(HexColour accent) {
        return new BrandValues(accent, null, null, null, 3, 14, BrandFont.SYSTEM);
    }
}
