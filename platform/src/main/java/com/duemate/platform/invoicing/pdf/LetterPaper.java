package com.duemate.platform.invoicing.pdf;

import static com.duemate.platform.invoicing.pdf.PaperInk.TEXT;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.PdfSmartCopy;

/**
 * Prints letters as A4 PDF/A-3u in the tenant's brand, laid out for window envelopes as DIN 5008 form B has it: the address in the
 * window, the text from 98 mm on. The same sheet gives the same bytes.
 */
public final class LetterPaper {

    static final float MILLIMETRE = 72 / 25.4f;
    /** Where the subject begins. */
    private static final float TEXT_AT = 98.5f * MILLIMETRE;

    private static final PaperMargins MARGINS = new PaperMargins(25 * MILLIMETRE, 20 * MILLIMETRE);

    /** Grows when the same sheet is to look different. */
    private static final int EDITION = 1;

    private static final float SIZE = 10;
    private static final float BETWEEN_PARAGRAPHS = 9;
    private static final Pattern PARAGRAPHS = Pattern.compile("\n{2,}");

    private LetterPaper() {}

    /** @throws PaperTooLong when it does not fit on {@link InvoicePaper#MAX_PAGES} pages */
    public static byte[] render(LetterSheet sheet) {
        var words =
                PaperWords.of(sheet.locale(), sheet.demand().totals().getFirst().currency());
        var ink = PaperInk.of(sheet.brand().accent());
        var logo = LogoPicture.of(sheet.brand().logo());
        var heading = sheet.heading();
        var frame = new PaperFrame(MARGINS, sheet.brand(), heading.subject(), words, ink);
        var flow = new PaperFlow(MARGINS, TEXT_AT, frame.bottomMargin());
        new LetterHead(sheet, words, MARGINS).draw(flow.pages().getFirst(), logo);

        flow.add(0, TextBox.semibold(PrintableText.row(heading.subject()), 12, TEXT), 16);
        paragraphs(flow, sheet.text().before());
        flow.add(0, Box.EMPTY, 5);
        var table = new LetterTable(words, MARGINS.measure(), sheet.demand());
        flow.table(table.heading(), table.rows());
        sheet.demand().totals().forEach(total -> flow.add(0, table.total(total, ink), 0));
        var link = sheet.link();
        flow.add(0, Box.EMPTY, 14);
        if (link != null) {
            flow.add(0, PaperPayment.online(link, true, words, ink), 16);
        }
        paragraphs(flow, sheet.text().after());
        frame.draw(flow.pages());

        var content = PaperDigest.of(sheet);
        var prologue = PaperPrologue.of(flow.signs(), ByteBuffer.wrap(content).getLong());
        var facts = new PaperFacts(
                PrintableText.row(heading.subject()),
                PrintableText.row(sheet.brand().name()),
                words.languageTag(),
                heading.date());
        return PaperFile.of(flow.pages(), prologue, logo, facts, content);
    }

    /**
     * SHA-256 (hex) of all that a letter says: who has its bytes need not render it again.
     *
     * @param sheet neither its logo nor its link is looked at: each printed letter has a link of its own
     * @param logoSha256 of the logo's bytes; null for none
     */
    public static String contentHash(LetterSheet sheet, @Nullable String logoSha256) {
        return HexFormat.of().formatHex(PaperDigest.of("letter", EDITION, logoSha256, sheet.with(null, null)));
    }

    /** Letters as one file to print on one side of the sheet, so that no letter begins on another one's back; not for the archive. */
    public static byte[] together(List<byte[]> letters) {
        var out = new ByteArrayOutputStream();
        try (var whole = new Document()) {
            var copy = new PdfSmartCopy(whole, out);
            copy.addViewerPreference(PdfName.DUPLEX, PdfName.SIMPLEX);
            whole.open();
            for (var letter : letters) {
                var read = new PdfReader(letter);
                for (int page = 1; page <= read.getNumberOfPages(); page++) {
                    copy.addPage(copy.getImportedPage(read, page));
                }
                copy.freeReader(read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void paragraphs(PaperFlow flow, String text) {
        for (var paragraph : PARAGRAPHS.split(text.strip())) {
            flow.add(0, TextBox.regular(PrintableText.rows(paragraph), SIZE, TEXT), BETWEEN_PARAGRAPHS);
        }
    }
}
