package com.duemate.platform.invoicing.pdf;

import java.util.Random;
import org.openpdf.text.pdf.BaseFont;

/** One of the two weights an invoice is set in: what each sign measures and which glyph draws it. Parsed once. */
final class PaperFace {

    static final PaperFace REGULAR = new PaperFace("F1", FontFile.parsed("Inter-Regular.ttf"));
    static final PaperFace SEMIBOLD = new PaperFace("F2", FontFile.parsed("Inter-SemiBold.ttf"));

    private static final int PLANE = 0x10000;
    private static final float WHOLE = 1000;

    private final String name;
    private final BaseFont font;
    private final char[] glyphs = new char[PLANE];
    private final char[] widths = new char[PLANE];
    private final float ascent;
    private final float descent;

    private PaperFace(String name, BaseFont font) {
        this.name = name;
        this.font = font;
        ascent = font.getFontDescriptor(BaseFont.ASCENT, 1);
        descent = -font.getFontDescriptor(BaseFont.DESCENT, 1);
        var signs = new StringBuilder();
        for (char c = ' '; c < PLANE - 1; c++) {
            if (!Character.isSurrogate(c) && font.charExists(c)) {
                signs.append(c);
                widths[c] = (char) font.getWidth(c);
            }
        }
        var order = FontSpecimen.of(font, signs.toString(), new Random(0)).glyphs();
        for (int i = 0; i < signs.length(); i++) {
            glyphs[signs.charAt(i)] = order[i];
        }
    }

    /** Of the resource on a page. */
    String name() {
        return name;
    }

    BaseFont font() {
        return font;
    }

    boolean has(int sign) {
        return sign < PLANE && glyphs[sign] != 0;
    }

    /** 0 for what the face lacks. */
    char glyph(char sign) {
        return glyphs[sign];
    }

    float width(char sign, float size) {
        return widths[sign] * size / WHOLE;
    }

    float width(String text, float size) {
        int width = 0;
        for (int i = 0; i < text.length(); i++) {
            width += widths[text.charAt(i)];
        }
        return width * size / WHOLE;
    }

    float ascent(float size) {
        return ascent * size;
    }

    /** Downwards. */
    float descent(float size) {
        return descent * size;
    }
}
