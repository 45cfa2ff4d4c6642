package com.duemate.platform.invoicing.pdf;

import java.awt.Color;

/** The colours of one paper, all but the greys derived from the brand's accent. */
record PaperInk(Color accent, Color accentText, Color tint) {

    static final Color TEXT = new Color(0x17, 0x1A, 0x1F);
    static final Color MUTED = new Color(0x5D, 0x66, 0x73);
    static final Color HAIRLINE = new Color(0xE1, 0xE4, 0xE9);

    /** WCAG 2.2, 1.4.3: least contrast of small text. */
    private static final double LEGIBLE = 4.5;

    static PaperInk of(String hex) {
        var accent = Color.decode(hex);
        var text = accent;
        while (contrastWithWhite(text) < LEGIBLE) {
            text = mix(text, Color.BLACK, 0.08);
        }
        return new PaperInk(accent, text, mix(Color.WHITE, text, 0.055));
    }

    private static Color mix(Color a, Color b, double share) {
        return new Color(
                mix(a.getRed(), b.getRed(), share),
                mix(a.getGreen(), b.getGreen(), share),
                mix(a.getBlue(), b.getBlue(), share));
    }

    private static int mix(int a, int b, double share) {
        return (int) Math.round(a + (b - a) * share);
    }

    private static double contrastWithWhite(Color c) {
        return 1.05
                / (0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue()) + 0.05);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
