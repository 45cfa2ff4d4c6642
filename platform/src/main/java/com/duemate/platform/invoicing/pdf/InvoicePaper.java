package com.duemate.platform.invoicing.pdf;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Prints invoices as A4 PDF/A-3u in the tenant's brand. The same sheet gives the same bytes, and the file names nobody but the
 * tenant: dates come from the invoice, identifiers from its content.
 */
public final class InvoicePaper {

    public static final int MAX_PAGES = 40;

    static final float MARGIN = 54;
    private static final PaperMargins MARGINS = new PaperMargins(MARGIN, MARGIN);
    /** Width of the text. */
    static final float MEASURE = MARGINS.measure();

    /** Grows when the same sheet is to look different. */
    private static final int EDITION = 1;

    private InvoicePaper() {}

    /** @throws PaperTooLong when the sheet does not fit on {@link #MAX_PAGES} pages */
    public static byte[] render(InvoiceSheet sheet) {
        var words = PaperWords.of(sheet.locale(), sheet.sums().total().currency());
        var ink = PaperInk.of(sheet.brand().accent());
        var logo = LogoPicture.of(sheet.brand().logo());
        var frame = new PaperFrame(MARGINS, sheet.brand(), words.title(sheet.heading()), words, ink);
        var flow = new PaperFlow(MARGINS, frame.bottomMargin());

        var head = new PaperHead(sheet, words, ink);
        flow.add(0, head.letterhead(logo), 44);
        flow.add(0, head.title(), 26);
        flow.add(0, head.facts(), 30);
        var lines = new PaperLines(words, sheet.lines());
        flow.table(lines.heading(), lines.rows());
        flow.add(8, new PaperSums(sheet, words, ink).box(), 34);
        new PaperPayment(sheet, words, ink).box().ifPresent(box -> flow.add(0, box, 0));
        frame.draw(flow.pages());

        var content = PaperDigest.of(sheet);
        var prologue = PaperPrologue.of(flow.signs(), ByteBuffer.wrap(content).getLong());
        return PaperFile.of(flow.pages(), prologue, logo, PaperFacts.of(sheet, words), content);
    }

    /**
     * SHA-256 (hex) of all that {@link #render} makes of a sheet: who has its bytes need not render it again.
     *
     * @param sheet its logo is not looked at
     * @param logoSha256 of the logo's bytes; null for none
     */
    public static String contentHash(InvoiceSheet sheet, @Nullable String logoSha256) {
        return HexFormat.of().formatHex(PaperDigest.of(EDITION, logoSha256, sheet.withLogo(null)));
    }
}
