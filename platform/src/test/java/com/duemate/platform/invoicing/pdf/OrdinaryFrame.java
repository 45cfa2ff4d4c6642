package com.duemate.platform.invoicing.pdf;

import java.util.ArrayList;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/** What stands around the text of every page: band, running head from the second page on, legal lines, page number. */
final class OrdinaryFrame extends PdfPageEventHelper {

    private static final float BAND = 5;
    private static final float FOOT = 36;
    private static final float NUMBER_WIDTH = 110;
    private static final float NUMBER_HEIGHT = 12;
    private static final float RUNNING_HEAD_AT = 48;

    private final InvoiceSheet sheet;
    private final PaperWords words;
    private final PaperInk ink;
    private final Font small = OrdinaryFonts.regular(7.5f, PaperInk.MUTED);
    private final PdfPTable footer;
    private final List<PdfTemplate> numbers = new ArrayList<>();

    OrdinaryFrame(InvoiceSheet sheet, PaperWords words, PaperInk ink) {
        this.sheet = sheet;
        this.words = words;
        this.ink = ink;
        this.footer = OrdinaryCells.table(1);
        footer.setTotalWidth(PageSize.A4.getWidth() - 2 * InvoicePaper.MARGIN - NUMBER_WIDTH);
        sheet.brand().footer().forEach(row -> footer.addCell(footerRow(row)));
    }

    private PdfPCell footerRow(String row) {
        var cell = OrdinaryCells.left(PrintableText.row(row), small);
        cell.setPaddingBottom(2);
        return cell;
    }

    float bottomMargin() {
        return FOOT + Math.max(NUMBER_HEIGHT, footer.getTotalHeight()) + 28;
    }

    @Override
    public void onStartPage(PdfWriter writer, Document document) {
        if (writer.getPageNumber() > InvoicePaper.MAX_PAGES) {
            throw new PaperTooLong();
        }
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        var page = document.getPageSize();
        var canvas = writer.getDirectContent();
        band(canvas, page.getWidth(), page.getTop());
        if (writer.getPageNumber() > 1) {
            var running = sheet.brand().name() + "  ·  " + words.title(sheet.heading());
            ColumnText.showTextAligned(
                    canvas,
                    Element.ALIGN_LEFT,
                    OrdinaryCells.phrase(
                            fitting(PrintableText.row(running), page.getWidth() - 2 * InvoicePaper.MARGIN), small),
                    InvoicePaper.MARGIN,
                    page.getTop() - RUNNING_HEAD_AT,
                    0);
        }
        float top = bottomMargin() - 16;
        canvas.saveState();
        canvas.setColorStroke(PaperInk.HAIRLINE);
        canvas.setLineWidth(0.5f);
        canvas.moveTo(InvoicePaper.MARGIN, top + 6);
        canvas.lineTo(page.getWidth() - InvoicePaper.MARGIN, top + 6);
        canvas.stroke();
        canvas.restoreState();
        footer.writeSelectedRows(0, -1, InvoicePaper.MARGIN, top - 2, canvas);

        var number = canvas.createTemplate(NUMBER_WIDTH, NUMBER_HEIGHT);
        canvas.addTemplate(number, page.getWidth() - InvoicePaper.MARGIN - NUMBER_WIDTH, top - 2 - NUMBER_HEIGHT);
        numbers.add(number);
    }

    /** Only now is the number of pages known. */
    @Override
    public void onCloseDocument(PdfWriter writer, Document document) {
        for (int i = 0; i < numbers.size(); i++) {
            var text = words.page(i + 1, numbers.size());
            ColumnText.showTextAligned(
                    numbers.get(i), Element.ALIGN_RIGHT, OrdinaryCells.phrase(text, small), NUMBER_WIDTH, 4.6f, 0);
        }
    }

    private void band(PdfContentByte canvas, float width, float top) {
        canvas.saveState();
        canvas.setColorFill(ink.accent());
        canvas.rectangle(0, top - BAND, width, BAND);
        canvas.fill();
        canvas.restoreState();
    }

    private String fitting(String text, float width) {
        var shown = text;
        while (shown.length() > 1 && small.getBaseFont().getWidthPoint(shown, small.getSize()) > width) {
            shown = shown.substring(0, shown.length() - 2).stripTrailing() + "…";
        }
        return shown;
    }
}
