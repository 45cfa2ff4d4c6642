package com.duemate.platform.invoicing.pdf;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Random;
import org.openpdf.text.Font;
import org.openpdf.text.pdf.BaseFont;

/**
 * The two weights an invoice is set in. Parsed once; each document embeds only the glyphs it uses, under a subset tag (ISO
 * 32000-1, 9.6.4) drawn from {@link #TAGS}, so that the same invoice is the same file.
 */
final class PaperFonts {

    /** Bound while a document is made. */
    static final ScopedValue<Random> TAGS = ScopedValue.newInstance();

    static final BaseFont REGULAR = load("Inter-Regular.ttf");
    static final BaseFont SEMIBOLD = load("Inter-SemiBold.ttf");

    private PaperFonts() {}

    static Font regular(float size, Color color) {
        return new Font(REGULAR, size, Font.NORMAL, color);
    }

    static Font semibold(float size, Color color) {
        return new Font(SEMIBOLD, size, Font.NORMAL, color);
    }

    private static BaseFont load(String file) {
        try (var in = PaperFonts.class.getResourceAsStream("/fonts/inter/" + file)) {
            if (in == null) {
                throw new IllegalStateException("font " + file + " is missing");
            }
            var font = BaseFont.createFont(file, BaseFont.IDENTITY_H, true, false, in.readAllBytes(), null);
            font.setSecureRandom(new TagLetters());
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class TagLetters extends SecureRandom {

        private static final long serialVersionUID = 1L;

        @Override
        public double nextDouble() {
            return TAGS.get().nextDouble();
        }
    }
}
