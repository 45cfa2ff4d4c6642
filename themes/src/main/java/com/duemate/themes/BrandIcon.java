package com.duemate.themes;

import java.util.Locale;

/** A brand as the small sign of a browser's tab: its initial on its colour, as SVG. The same values give the same bytes. */
public final class BrandIcon {

    private BrandIcon() {}

    /** SVG of 32 by 32, readable on bars of either scheme; a name without any letter or digit gives the colour alone. */
    public static String svg(String name, HexColour accent) {
        var style = BrandStyle.of(BrandValues.ofAccent(accent));
        var initial = initial(name);
        var letter = initial.isEmpty() ? "" : """
                <text x="16" y="16" dy=".36em" text-anchor="middle" font-family="system-ui,sans-serif" font-size="19" \
                font-weight="700" fill="%s">%s</text>""".formatted(style.onAccent(), initial);
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="%s"/>%s</svg>
                """.formatted(style.accent(), letter);
    }

    private static String initial(String name) {
        return name.codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .findFirst()
                .map(letter -> letter.toUpperCase(Locale.ROOT))
                .orElse("");
    }
}
