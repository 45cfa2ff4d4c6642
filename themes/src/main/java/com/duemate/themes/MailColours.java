package com.duemate.themes;

/**
 * A brand in literal colours for e-mail and PDF, where neither custom properties nor colour functions work. Light only:
 * mail programs make their own dark version.
 *
 * @param onAccent text on the accent, at least 4.5 to 1
 * @param link accent-coloured text on the surface, at least 4.5 to 1
 * @param fontFamily value of a {@code font-family} declaration
 */
public record MailColours(
        HexColour accent,
        HexColour onAccent,
        HexColour link,
        HexColour text,
        HexColour background,
        HexColour surface,
        String fontFamily) {}
