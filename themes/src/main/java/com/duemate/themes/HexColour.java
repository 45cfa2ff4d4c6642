package com.duemate.themes;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An opaque sRGB colour, written {@code #rrggbb} in lower case. The only form in which a colour enters a brand.
 *
 * @throws IllegalArgumentException when the text is anything else: names, functions, short or translucent forms
 */
public record HexColour(String value) {

    private static final Pattern FORM = Pattern.compile("#[0-9a-f]{6}");

    public HexColour {
        value = value.toLowerCase(Locale.ROOT);
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a colour is written #rrggbb");
        }
    }

    /** WCAG 2.2 contrast ratio, from 1 (same luminance) to 21 (black and white). */
    public double contrastWith(HexColour other) {
        double a = luminance();
        double b = other.luminance();
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** This colour laid over another with the given opacity, mixed in sRGB as browsers do. */
    HexColour over(HexColour below, double opacity) {
        return ofChannels(
                mix(red(), below.red(), opacity),
                mix(green(), below.green(), opacity),
                mix(blue(), below.blue(), opacity));
    }

    int red() {
        return channel(1);
    }

    int green() {
        return channel(3);
    }

    int blue() {
        return channel(5);
    }

    static HexColour ofChannels(int red, int green, int blue) {
        return new HexColour(String.format(Locale.ROOT, "#%02x%02x%02x", red, green, blue));
    }

    private double luminance() {
        return 0.2126 * linear(red()) + 0.7152 * linear(green()) + 0.0722 * linear(blue());
    }

    static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private int channel(int from) {
        return Integer.parseInt(value.substring(from, from + 2), 16);
    }

    private static int mix(int above, int below, double opacity) {
        return (int) Math.round(above * opacity + below * (1 - opacity));
    }

    @Override
    public String toString() {
        return value;
    }
}
