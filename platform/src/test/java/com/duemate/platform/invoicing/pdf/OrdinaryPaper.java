package com.duemate.platform.invoicing.pdf;

import java.io.ByteArrayOutputStream;
import org.openpdf.text.Document;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.PdfWriter;

/**
 * The same invoice as OpenPDF lays it out and writes it by itself, its fonts of {@code IDENTITY_H, EMBEDDED} cut anew for each
 * document: what ours must look like, and what it is measured against.
 */
public final class OrdinaryPaper {

    private static final float TOP = 50;
    private static final float TOP_OF_LATER_PAGES = 84;

    private OrdinaryPaper() {}

    public static byte[] render(InvoiceSheet sheet) {
        var words = PaperWords.of(sheet.locale(), sheet.sums().total().currency());
        var ink = PaperInk.of(sheet.brand().accent());
        var frame = new OrdinaryFrame(sheet, words, ink);
        var bytes = new ByteArrayOutputStream(64 * 1024);

        float margin = InvoicePaper.MARGIN;
        var document = new Document(PageSize.A4, margin, margin, TOP, frame.bottomMargin());
        var writer = PdfWriter.getInstance(document, bytes);
        writer.setPdfVersion(PdfWriter.VERSION_1_7);
        writer.setPageEvent(frame);
        writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
        document.open();
        document.setMargins(margin, margin, TOP_OF_LATER_PAGES, frame.bottomMargin());

        var head = new OrdinaryHead(sheet, words, ink);
        document.add(head.letterhead());
        document.add(head.title());
        document.add(head.facts());
        document.add(new OrdinaryLines(words, sheet.lines()).table());
        document.add(new OrdinarySums(sheet, words, ink).table());
        new OrdinaryPayment(sheet, words, ink).table().ifPresent(document::add);
        document.close();
        return bytes.toByteArray();
    }
}
