package com.duemate.platform.invoicing.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Random;
import org.openpdf.text.Document;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PRStream;
import org.openpdf.text.pdf.PRTokeniser;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.PdfStream;
import org.openpdf.text.pdf.PdfWriter;

/**
 * A font with only some signs, cut out by OpenPDF in a document of its own and read back from there. Glyphs keep the numbers they
 * have in the whole font.
 *
 * @param glyphs of the signs, in their order
 * @param font the composite font (ISO 32000-1, 9.7.6)
 */
record FontSpecimen(
        char[] glyphs,
        PdfDictionary font,
        PdfDictionary descendant,
        PdfDictionary descriptor,
        byte[] program,
        byte[] toUnicode) {

    private static final Object CUTTING = new Object();

    /** @param tags draws the letters of the subset tag (ISO 32000-1, 9.6.4) */
    static FontSpecimen of(BaseFont font, String signs, Random tags) {
        try (var reader = new PdfReader(printed(font, signs, tags))) {
            var fonts = reader.getPageN(1).getAsDict(PdfName.RESOURCES).getAsDict(PdfName.FONT);
            var whole = fonts.getAsDict(fonts.getKeys().iterator().next());
            var descendant = whole.getAsArray(PdfName.DESCENDANTFONTS).getAsDict(0);
            var descriptor = descendant.getAsDict(PdfName.FONTDESCRIPTOR);
            return new FontSpecimen(
                    glyphs(reader.getPageContent(1)),
                    whole,
                    descendant,
                    descriptor,
                    unpacked(descriptor.getAsStream(PdfName.FONTFILE2)),
                    unpacked(whole.getAsStream(PdfName.TOUNICODE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] printed(BaseFont font, String signs, Random tags) {
        var bytes = new ByteArrayOutputStream();
        synchronized (CUTTING) {
            font.setSecureRandom(new TagLetters(tags));
            // An optional list of glyphs that PDF/A wants complete (ISO 19005-3, 6.2.11.4.2), which the writer's is
            // not.
            font.setIncludeCidSet(false);
            var document = new Document();
            var writer = PdfWriter.getInstance(document, bytes);
            document.open();
            var canvas = writer.getDirectContent();
            canvas.beginText();
            canvas.setFontAndSize(font, 1);
            canvas.showText(signs);
            canvas.endText();
            document.close();
        }
        return bytes.toByteArray();
    }

    private static char[] glyphs(byte[] content) throws IOException {
        var tokens = new PRTokeniser(content);
        while (tokens.nextToken()) {
            if (tokens.getTokenType() == PRTokeniser.TK_STRING) {
                var shown = tokens.getStringValue();
                var glyphs = new char[shown.length() / 2];
                for (int i = 0; i < glyphs.length; i++) {
                    glyphs[i] = (char) (shown.charAt(2 * i) << 8 | shown.charAt(2 * i + 1));
                }
                return glyphs;
            }
        }
        throw new IllegalStateException("a specimen that shows nothing");
    }

    private static byte[] unpacked(PdfStream stream) throws IOException {
        return PdfReader.getStreamBytes((PRStream) stream);
    }

    private static final class TagLetters extends SecureRandom {

        private static final long serialVersionUID = 1L;
        private final Random letters;

        TagLetters(Random letters) {
            this.letters = letters;
        }

        @Override
        public double nextDouble() {
            return letters.nextDouble();
        }
    }
}
