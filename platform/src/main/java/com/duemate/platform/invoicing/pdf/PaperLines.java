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
final class PaperLines {

    private static final float GAP = 14;
    private static final float ABOVE = 8;
    private static final float BELOW = 8;

    private final Font label = PaperFonts.regular(8.5f, PaperInk.MUTED);
    private final Font plain = PaperFonts.regular(9.5f, PaperInk.TEXT);
    private final Font detail = PaperFonts.regular(8.5f, PaperInk.MUTED);
    private final PaperWords words;
    private final List<Row> rows;

    private record Row(String name, String details, String quantity, String price, String amount) {}

    PaperLines(PaperWords words, List<Line> lines) {
        this.words = words;
        this.rows = lines.stream().map(this::row).toList();
    }

    PdfPTable table() {
        float quantity = width("quantity", 62, rows.stream().map(Row::quantity).toList());
        float price = width("unitPrice", 86, rows.stream().map(Row::price).toList());
        float amount = width("amount", 90, rows.stream().map(Row::amount).toList());
        float rest = PageSize.A4.getWidth() - 2 * InvoicePaper.MARGIN - quantity - price - amount;

        var table = Cells.table(rest, quantity, price, amount);
        table.setHeaderRows(1);
        table.addCell(heading(Cells.left(words.say("description"), label)));
        table.addCell(heading(Cells.right(words.say("quantity"), label)));
        table.addCell(heading(Cells.right(words.say("unitPrice"), label)));
        table.addCell(heading(Cells.right(words.say("amount"), label)));
        for (var row : rows) {
            table.addCell(body(description(row)));
            table.addCell(body(Cells.right(row.quantity(), plain)));
            table.addCell(body(Cells.right(row.price(), plain)));
            table.addCell(body(Cells.right(row.amount(), plain)));
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
        var name = Cells.left(row.name(), plain);
        if (row.details().isEmpty()) {
            return name;
        }
        var table = Cells.table(1);
        table.addCell(name);
        var details = Cells.left(row.details(), detail);
        details.setPaddingTop(3);
        table.addCell(details);
        return Cells.holding(table);
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
