package com.duemate.themes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A brand as style: one small stylesheet of custom properties, which Vaadin's Aura theme, {@code app.css} and {@code page.css}
 * read, and literal colours for mail. The same values give the same bytes on every machine.
 *
 * <p>Accents are moved as little as needed for WCAG AA (4.5 to 1) of text on them and text in them, in both schemes.
 */
public final class BrandStyle {

    private static final HexColour NEUTRAL_LIGHT = new Oklch(0.95, 0.005, 248).hex();
    private static final HexColour NEUTRAL_DARK = new Oklch(0.2, 0.01, 260).hex();

    private final SchemeColours light;
    private final SchemeColours dark;
    private final BrandFont font;
    private final String stylesheet;
    private final String version;

    private BrandStyle(BrandValues values) {
        light = SchemeColours.light(values.accentLight(), orElse(values.backgroundLight(), NEUTRAL_LIGHT));
        dark = SchemeColours.dark(accentDark(values), orElse(values.backgroundDark(), NEUTRAL_DARK));
        font = values.font();
        stylesheet = stylesheet(values);
        version = digest(stylesheet);
    }

    public static BrandStyle of(BrandValues values) {
        return new BrandStyle(values);
    }

    /** CSS, to be loaded after every other stylesheet; safe to cache for ever under an address with {@link #version()}. */
    public String stylesheet() {
        return stylesheet;
    }

    /** Sixteen hexadecimal digits that change exactly when the stylesheet does. */
    public String version() {
        return version;
    }

    /** The accent as shown in the light scheme, which may differ from the one asked for. */
    public HexColour accent() {
        return light.accent();
    }

    /** Text on {@link #accent()}. */
    public HexColour onAccent() {
        return light.onAccent();
    }

    /** The accent as shown in the dark scheme. */
    public HexColour accentInTheDark() {
        return dark.accent();
    }

    /** Text on {@link #accentInTheDark()}. */
    public HexColour onAccentInTheDark() {
        return dark.onAccent();
    }

    /** The colour of a browser's own bars around the page. */
    public HexColour background() {
        return light.background();
    }

    public MailColours mail() {
        return new MailColours(
                light.accent(),
                light.onAccent(),
                light.accentText(),
                light.text(),
                light.background(),
                new HexColour("#ffffff"),
                font.mailStack());
    }

    private String stylesheet(BrandValues values) {
        StringBuilder css = new StringBuilder(1_024);
        if (values.font() == BrandFont.INSTRUMENT_SANS) {
            css.append("@font-face{font-family:'Instrument Sans';font-weight:400 700;font-display:swap;")
                    .append("src:url(/aura/fonts/InstrumentSans/InstrumentSans.woff2) format('woff2')}\n");
        }
        css.append("html:root{\n");
        property(css, "--aura-accent-color-light", light.accent().value());
        property(css, "--aura-accent-color-dark", dark.accent().value());
        property(css, "--aura-background-color-light", light.background().value());
        property(css, "--aura-background-color-dark", dark.background().value());
        property(css, "--aura-base-radius", Integer.toString(values.radius()));
        property(css, "--aura-base-font-size", Integer.toString(values.fontSize()));
        property(css, "--aura-font-family", font.screenStack());
        property(css, "--dm-font", font.screenStack());
        property(css, "--dm-radius", values.radius() * 2 + 3 + "px");
        property(css, "--dm-text-size", (values.fontSize() + 2) / 16.0 + "rem");
        property(css, "--dm-accent", pair(light.accent(), dark.accent()));
        property(css, "--dm-on-accent", pair(light.onAccent(), dark.onAccent()));
        property(css, "--dm-accent-text", pair(light.accentText(), dark.accentText()));
        property(css, "--dm-accent-soft", pair(light.accentSoft(), dark.accentSoft()));
        property(css, "--dm-ground", pair(light.background(), dark.background()));
        property(css, "--dm-surface", pair(light.surface(), dark.surface()));
        property(css, "--dm-text", pair(light.text(), dark.text()));
        return css.append("}\n").toString();
    }

    private static void property(StringBuilder css, String name, String value) {
        css.append("  ").append(name).append(": ").append(value).append(";\n");
    }

    private static String pair(HexColour light, HexColour dark) {
        return "light-dark(" + light + ", " + dark + ")";
    }

    private static HexColour accentDark(BrandValues values) {
        if (values.accentDark() != null) {
            return values.accentDark();
        }
        Oklch accent = Oklch.of(values.accentLight());
        return accent.withLightness(Math.max(accent.lightness(), 0.56)).hex();
    }

    private static HexColour orElse(@Nullable HexColour chosen, HexColour neutral) {
        return chosen == null ? neutral : chosen;
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
