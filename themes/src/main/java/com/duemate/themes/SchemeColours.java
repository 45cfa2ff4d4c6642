package com.duemate.themes;

/**
 * The colours of one scheme, light or dark, of one brand. Derived colours repeat the formulae of Vaadin's Aura theme 25.2 (file
 * {@code aura.css}, contrast level 1), so that plain pages and mails carry exactly the colours the portals show.
 *
 * <p>An accent is moved in lightness and chroma, never in hue, to the nearest one with which every text on it and in it reaches
 * {@link #READABLE}.
 */
record SchemeColours(boolean dark, HexColour accent, HexColour background) {

    /** WCAG 2.2 AA for text. */
    static final double READABLE = 4.5;

    /** WCAG 2.2 AA for parts of the user interface; asked of accents in the dark, where a dim button disappears. */
    static final double VISIBLE = 3;

    private static final double STEP = 0.0025;
    private static final int STEPS = 40;

    static SchemeColours light(HexColour accent, HexColour background) {
        return readable(false, Oklch.of(accent), within(Oklch.of(background), 0.92, 1));
    }

    static SchemeColours dark(HexColour accent, HexColour background) {
        return readable(true, Oklch.of(accent), within(Oklch.of(background), 0.12, 0.26));
    }

    /** Text and signs on the accent: white, or black at four fifths, whichever Aura takes. */
    HexColour onAccent() {
        double share = (0.62 - Oklch.of(accent).lightness()) * 1000;
        return new Oklch(Math.clamp(share, 0.0, 1.0), 0, 0).hex().over(accent, Math.clamp(share, 0.8, 1.0));
    }

    /** Links, quiet buttons, lines of charts and drawings. */
    HexColour accentText() {
        Oklch from = Oklch.of(accent);
        double lightness = dark ? Math.max(0.8, 1 - 2 * from.chroma()) : Math.min(0.55, 0.3 + from.chroma());
        return from.withLightness(lightness).withChroma(from.chroma() * 0.9).hex();
    }

    /** Ground of what is selected. */
    HexColour accentSoft() {
        return accent.over(background, dark ? 0.18 : 0.1);
    }

    HexColour text() {
        Oklch from = Oklch.of(background);
        return dark
                ? from.withLightness(1)
                        .withChroma(from.chroma() * from.lightness())
                        .hex()
                : from.withLightness(0.15)
                        .withChroma(from.chroma() * from.lightness() * 0.8)
                        .hex();
    }

    /** Cards and fields, a step nearer to the reader than the background. */
    HexColour surface() {
        Oklch from = Oklch.of(background);
        return dark
                ? from.withLightness(from.lightness() + 0.05).hex()
                : from.withLightness(1 - (1 - from.lightness()) * 0.1)
                        .withChroma(from.chroma() * 0.3)
                        .hex();
    }

    private boolean isReadable() {
        HexColour words = accentText();
        return accent.contrastWith(onAccent()) >= READABLE
                && words.contrastWith(background) >= READABLE
                && words.contrastWith(surface()) >= READABLE
                && words.contrastWith(accentSoft()) >= READABLE
                && (!dark || accent.contrastWith(background) >= VISIBLE);
    }

    /** The readable accent nearest to the wanted one; at chroma 0 there always is one. */
    private static SchemeColours readable(boolean dark, Oklch wanted, HexColour background) {
        SchemeColours best = new SchemeColours(dark, wanted.hex(), background);
        if (best.isReadable()) {
            return best;
        }
        double nearest = Double.MAX_VALUE;
        for (int paler = 0; paler <= STEPS; paler++) {
            double chroma = wanted.chroma() * (STEPS - paler) / STEPS;
            for (double move = 0; Math.hypot(move, wanted.chroma() - chroma) < nearest && move <= 1; move += STEP) {
                SchemeColours darker = moved(dark, wanted, -move, chroma, background);
                SchemeColours lighter = moved(dark, wanted, move, chroma, background);
                boolean dimmed = darker.isReadable();
                if (dimmed || lighter.isReadable()) {
                    best = dimmed ? darker : lighter;
                    nearest = Math.hypot(move, wanted.chroma() - chroma);
                }
            }
        }
        return best;
    }

    private static SchemeColours moved(boolean dark, Oklch wanted, double by, double chroma, HexColour background) {
        Oklch accent = wanted.withLightness(wanted.lightness() + by).withChroma(chroma);
        return new SchemeColours(dark, accent.hex(), background);
    }

    private static HexColour within(Oklch background, double least, double most) {
        return background
                .withLightness(Math.clamp(background.lightness(), least, most))
                .withChroma(Math.min(background.chroma(), 0.05))
                .hex();
    }
}
