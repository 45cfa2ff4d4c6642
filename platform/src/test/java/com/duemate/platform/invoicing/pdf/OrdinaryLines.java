package com.duemate.platform.invoicing.pdf;

import com.duemate.platform.invoicing.pdf.InvoiceSheet.Line;
import java.awt.Color;
import java.util.List;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/** What is invoiced. The heading row comes again on every page; figures are never broken, the description takes what is left. */
final class OrdinaryLines {

    private static final float GAP = 14;
    private static final float ABOVE = 8;
    private static final float BELOW = 8;

    private final Font label = OrdinaryFonts.regular(8.5f, PaperInk.MUTED);
    private final Font plain = OrdinaryFonts.regular(9.5f, PaperInk.TEXT);
    private final Font detail = OrdinaryFonts.regular(8.5f, PaperInk.MUTED);
    private final PaperWords words;
    private final List<Row> rows;

    private record Row(String name, String details, String quantity, String price, String amount) {}

    OrdinaryLines(PaperWords words, List<Line> lines) {
        this.words = words;
        this.rows = lines.stream().map(this::row).toList();
    }

    PdfPTable table() {
        float quantity = width("quantity", 62, rows.stream().map(Row::quantity).toList());
        float price = width("unitPrice", 86, rows.stream().map(Row::price).toList());
        float amount = width("amount", 90, rows.stream().map(Row::amount).toList());
        float rest = PageSize.A4.getWidth() - 2 * InvoicePaper.MARGIN - quantity - price - amount;

        var table = OrdinaryCells.table(rest, quantity, price, amount);
        table.setHeaderRows(1);
        table.addCell(heading(OrdinaryCells.left(words.say("description"), label)));
        table.addCell(heading(OrdinaryCells.right(words.say("quantity"), label)));
        table.addCell(heading(OrdinaryCells.right(words.say("unitPrice"), label)));
        table.addCell(heading(OrdinaryCells.right(words.say("amount"), label)));
        for (var row : rows) {
            table.addCell(body(description(row)));
            table.addCell(body(OrdinaryCells.right(row.quantity(), plain)));
            table.addCell(body(OrdinaryCells.right(row.price(), plain)));
            table.addCell(body(OrdinaryCells.right(row.amount(), plain)));
        }
        return table;
    }

    private Row row(Line line) {
        var description = PrintableText.rows(line.description()).strip();
        int end = description.indexOf('\n');
        return new Row(
                end < 0 ? description : description.substring(0, end),
                end < 0 ? "" : description.substring(end + 1).strip(),
                PrintableText.figure(words.quantity(line.quantity())),
                PrintableText.figure(words.amount(line.unitPrice())),
                PrintableText.figure(words.amount(line.amount())));
    }

    private PdfPCell description(Row row) {
        var name = OrdinaryCells.left(row.name(), plain);
        if (row.details().isEmpty()) {
            return name;
        }
        var table = OrdinaryCells.table(1);
        table.addCell(name);
        var details = OrdinaryCells.left(row.details(), detail);
        details.setPaddingTop(3);
        table.addCell(details);
        return OrdinaryCells.holding(table);
    }

    private float width(String heading, float least, List<String> figures) {
        float widest = label.getBaseFont().getWidthPoint(words.say(heading), label.getSize());
        for (var figure : figures) {
            widest = Math.max(widest, plain.getBaseFont().getWidthPoint(figure, plain.getSize()));
        }
        return Math.max(least, widest + GAP + 1);
    }

    private static PdfPCell heading(PdfPCell cell) {
        return ruled(cell, 0, 7, 0.9f, PaperInk.TEXT);
    }

    private static PdfPCell body(PdfPCell cell) {
        return ruled(cell, ABOVE, BELOW, 0.5f, PaperInk.HAIRLINE);
    }

    private static PdfPCell ruled(PdfPCell cell, float top, float bottom, float width, Color color) {
        cell.setPaddingLeft(cell.getHorizontalAlignment() == PdfPCell.ALIGN_RIGHT ? GAP : 0);
        cell.setPaddingTop(top);
        cell.setPaddingBottom(bottom);
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderWidthBottom(width);
        cell.setBorderColor(color);
        return cell;
    }
}
