package com.duemate.platform.invoicing.pdf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.GregorianCalendar;
import java.util.Random;
import java.util.TimeZone;
import java.util.zip.CRC32;
import org.openpdf.text.Document;
import org.openpdf.text.DocumentException;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/**
 * Prints invoices as A4 PDF in the tenant's brand. The same sheet gives the same bytes, and the file names nobody but the
 * tenant: dates come from the invoice, identifiers from its content.
 */
public final class InvoicePaper {

    public static final int MAX_PAGES = 40;

    static final float MARGIN = 54;
    private static final float TOP = 50;
    private static final float TOP_OF_LATER_PAGES = 84;

    private InvoicePaper() {}

    /** @throws PaperTooLong when the sheet does not fit on {@link #MAX_PAGES} pages */
    public static byte[] render(InvoiceSheet sheet) {
        var content = new CRC32();
        content.update(sheet.toString().getBytes(StandardCharsets.UTF_8));
        try {
            return ScopedValue.where(PaperFonts.TAGS, new Random(content.getValue()))
                    .call(() -> print(sheet));
        } catch (DocumentException e) {
            throw e.getCause() instanceof PaperTooLong tooLong ? tooLong : e;
        }
    }

    private static byte[] print(InvoiceSheet sheet) {
        var words = new PaperWords(sheet.locale(), sheet.sums().total().currency());
        var ink = PaperInk.of(sheet.brand().accent());
        var frame = new PaperFrame(sheet, words, ink);
        var bytes = new ByteArrayOutputStream(64 * 1024);

        var document = new Document(PageSize.A4, MARGIN, MARGIN, TOP, frame.bottomMargin());
        var writer = PdfWriter.getInstance(document, bytes);
        writer.setPdfVersion(PdfWriter.VERSION_1_7);
        writer.setPageEvent(frame);
        writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
        document.open();
        document.setMargins(MARGIN, MARGIN, TOP_OF_LATER_PAGES, frame.bottomMargin());

        var head = new PaperHead(sheet, words, ink);
        document.add(head.letterhead());
        document.add(head.title());
        document.add(head.facts());
        document.add(new PaperLines(words, sheet.lines()).table());
        document.add(new PaperSums(sheet, words, ink).table());
        new PaperPayment(sheet, words, ink).table().ifPresent(document::add);

        sign(writer, sheet, words);
        document.close();
        return FileIdentity.stamp(bytes.toByteArray());
    }

    private static void sign(PdfWriter writer, InvoiceSheet sheet, PaperWords words) {
        var info = writer.getInfo();
        var name = unicode(PrintableText.row(sheet.brand().name()));
        var date = new PdfDate(midnight(sheet.heading().issuedOn()));
        info.put(PdfName.TITLE, unicode(PrintableText.row(words.title(sheet.heading()))));
        info.put(PdfName.AUTHOR, name);
        info.put(PdfName.PRODUCER, name);
        info.put(PdfName.CREATIONDATE, date);
        info.put(PdfName.MODDATE, date);
        writer.getExtraCatalog().put(new PdfName("Lang"), new PdfString(words.languageTag()));
    }

    private static PdfString unicode(String text) {
        return new PdfString(text, PdfObject.TEXT_UNICODE);
    }

    private static GregorianCalendar midnight(LocalDate date) {
        var calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        calendar.clear();
        calendar.set(date.getYear(), date.getMonthValue() - 1, date.getDayOfMonth());
        return calendar;
    }
}
