package com.duemate.platform.invoicing.pdf;

import com.duemate.platform.invoicing.pdf.InvoiceSheet.Tax;
import com.duemate.platform.kernel.Money;
import java.util.List;
import org.openpdf.text.Font;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPTable;

/** From the net amount to what is still open, each step only where there is one. */
final class OrdinarySums {

    private final InvoiceSheet sheet;
    private final PaperWords words;
    private final PaperInk ink;

    OrdinarySums(InvoiceSheet sheet, PaperWords words, PaperInk ink) {
        this.sheet = sheet;
        this.words = words;
        this.ink = ink;
    }

    PdfPTable table() {
        var sums = sheet.sums();
        var rows = OrdinaryCells.table(3, 2);
        var plain = OrdinaryFonts.regular(9.5f, PaperInk.TEXT);
        if (!sums.taxes().isEmpty()) {
            row(rows, words.say("net"), sums.net(), plain);
            for (Tax tax : sums.taxes()) {
                row(rows, tax.label(), tax.amount(), plain);
            }
        }
        if (!sums.paid().isZero()) {
            row(rows, words.say("total"), sums.total(), OrdinaryFonts.semibold(9.5f, PaperInk.TEXT));
            row(rows, words.say("paid"), sums.paid().negated(), plain);
        } else if (!sums.taxes().isEmpty()) {
            row(rows, words.say("total"), sums.total(), OrdinaryFonts.semibold(9.5f, PaperInk.TEXT));
        }
        open(rows, sums.open());

        var table = OrdinaryCells.table(9, 11);
        table.addCell(OrdinaryCells.empty());
        table.addCell(OrdinaryCells.holding(rows));
        table.setKeepTogether(true);
        table.setSpacingBefore(8);
        table.setSpacingAfter(34);
        return table;
    }

    private void row(PdfPTable rows, String label, Money money, Font font) {
        var left = OrdinaryCells.left(PrintableText.row(label), font);
        var right = OrdinaryCells.right(PrintableText.figure(words.money(money)), font);
        for (var cell : List.of(left, right)) {
            cell.setPaddingTop(4.5f);
            cell.setPaddingBottom(5);
            rows.addCell(cell);
        }
    }

    private void open(PdfPTable rows, Money open) {
        var label = OrdinaryCells.left(words.say("open"), OrdinaryFonts.semibold(11, PaperInk.TEXT));
        var figure = OrdinaryCells.right(
                PrintableText.figure(words.money(open)), OrdinaryFonts.semibold(15, ink.accentText()));
        label.setPaddingTop(13);
        figure.setPaddingTop(10);
        for (var cell : List.of(label, figure)) {
            cell.setBorder(Rectangle.TOP);
            cell.setBorderWidthTop(0.9f);
            cell.setBorderColor(PaperInk.TEXT);
            cell.setPaddingBottom(4);
            rows.addCell(cell);
        }
    }
}
