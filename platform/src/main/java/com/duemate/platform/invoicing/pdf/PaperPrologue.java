package com.duemate.platform.invoicing.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;

/**
 * How every file begins: header, colour profile, both fonts, under fixed object numbers. With the {@link CommonSigns} it is made
 * once in the life of the process and copied as it is: to cut the fonts anew takes far longer than all the rest of an invoice.
 *
 * @param places where the objects from {@link #PROFILE} on begin
 */
record PaperPrologue(byte[] bytes, int[] places) {

    /** The first object here; those before it differ from file to file. */
    static final int PROFILE = 5;

    static final int REGULAR = 10;
    static final int SEMIBOLD = 15;

    private static final int OBJECTS = 11;
    private static final long NO_ONES_CONTENT = 0;
    private static final String HEADER = "%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n";

    private static final class Common {

        static final PaperPrologue ONCE = of(CommonSigns.all(), NO_ONES_CONTENT);
    }

    /** @param signs all that the file writes; @param content draws what the fonts are called, where they hold just these */
    static PaperPrologue of(BitSet signs, long content) {
        return CommonSigns.hold(signs) ? Common.ONCE : of(CommonSigns.text(signs), content);
    }

    private static PaperPrologue of(String signs, long content) {
        var bytes = new PaperBytes(160 * 1024).add(HEADER);
        var places = new int[OBJECTS];
        places[0] = bytes.length();
        stream(bytes, PROFILE, "/N 3", ScreenColours.profile());
        var tags = new Random(content);
        font(bytes, places, REGULAR, FontSpecimen.of(PaperFace.REGULAR.font(), signs, tags));
        font(bytes, places, SEMIBOLD, FontSpecimen.of(PaperFace.SEMIBOLD.font(), signs, tags));
        return new PaperPrologue(bytes.toByteArray(), places);
    }

    /** Five objects, the last of which is the font. */
    private static void font(PaperBytes bytes, int[] places, int font, FontSpecimen specimen) {
        int program = font - 4;
        int toUnicode = font - 3;
        int descriptor = font - 2;
        int descendant = font - 1;
        places[program - PROFILE] = bytes.length();
        stream(bytes, program, "/Length1 " + specimen.program().length, specimen.program());
        places[toUnicode - PROFILE] = bytes.length();
        stream(bytes, toUnicode, "", specimen.toUnicode());
        places[descriptor - PROFILE] = bytes.length();
        dictionary(bytes, descriptor, specimen.descriptor(), "/FontFile2 " + program + " 0 R", PdfName.FONTFILE2);
        places[descendant - PROFILE] = bytes.length();
        dictionary(
                bytes,
                descendant,
                specimen.descendant(),
                "/FontDescriptor " + descriptor + " 0 R",
                PdfName.FONTDESCRIPTOR);
        places[font - PROFILE] = bytes.length();
        dictionary(
                bytes,
                font,
                specimen.font(),
                "/DescendantFonts[" + descendant + " 0 R]/ToUnicode " + toUnicode + " 0 R",
                PdfName.DESCENDANTFONTS,
                PdfName.TOUNICODE);
    }

    private static void stream(PaperBytes out, int number, String entries, byte[] content) {
        var packed = packed(content);
        out.add(number)
                .add(" 0 obj\n<<")
                .add(entries)
                .add("/Filter/FlateDecode/Length ")
                .add(packed.length);
        out.add(">>\nstream\n").add(packed).add("\nendstream\nendobj\n");
    }

    private static byte[] packed(byte[] content) {
        var out = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (var packing = new DeflaterOutputStream(out, deflater)) {
            packing.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }

    private static void dictionary(PaperBytes out, int number, PdfDictionary read, String instead, PdfName... omitted) {
        out.add(number).add(" 0 obj\n<<").add(instead);
        try {
            for (var key : read.getKeys()) {
                if (!List.of(omitted).contains(key)) {
                    var written = new ByteArrayOutputStream();
                    key.toPdf(null, written);
                    written.write(' ');
                    read.get(key).toPdf(null, written);
                    out.add(written.toString(StandardCharsets.ISO_8859_1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.add(">>\nendobj\n");
    }
}
