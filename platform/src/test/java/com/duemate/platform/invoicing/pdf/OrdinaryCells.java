package com.duemate.platform.invoicing.pdf;

import org.openpdf.text.Chunk;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/** Borderless cells and tables of the page's full width. */
final class OrdinaryCells {

    private static final float LEADING = 1.38f;

    private OrdinaryCells() {}

    static PdfPTable table(float... widths) {
        var table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        return table;
    }

    static PdfPCell left(String text, Font font) {
        return cell(phrase(text, font), Element.ALIGN_LEFT);
    }

    static PdfPCell right(String text, Font font) {
        return cell(phrase(text, font), Element.ALIGN_RIGHT);
    }

    static PdfPCell left(Chunk chunk) {
        return cell(new Phrase(chunk), Element.ALIGN_LEFT);
    }

    static Phrase phrase(String text, Font font) {
        return new Phrase(text, font);
    }

    static PdfPCell holding(PdfPTable table) {
        return bare(new PdfPCell(table));
    }

    static PdfPCell bare(PdfPCell cell) {
        cell.setBorder(PdfPCell.NO_BORDER);
        cell.setPadding(0);
        return cell;
    }

    static PdfPCell empty() {
        return bare(new PdfPCell());
    }

    private static PdfPCell cell(Phrase phrase, int alignment) {
        phrase.setLeading(0);
        var cell = bare(new PdfPCell(phrase));
        cell.setLeading(0, LEADING);
        cell.setHorizontalAlignment(alignment);
        cell.setUseAscender(true);
        cell.setUseDescender(true);
        return cell;
    }
}
