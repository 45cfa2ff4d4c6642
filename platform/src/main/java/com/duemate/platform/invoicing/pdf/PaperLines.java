package com.duemate.platform.invoicing.pdf;

import static com.duemate.platform.invoicing.pdf.PaperInk.MUTED;
import static com.duemate.platform.invoicing.pdf.PaperInk.TEXT;

import com.duemate.platform.invoicing.pdf.InvoiceSheet.Line;
import java.util.List;
import java.util.function.Function;

/** What is invoiced: figures are never broken, the description takes what is left. */
final class PaperLines {

    private static final float GAP = 14;
    private static final float LABEL = 8.5f;
    private static final float PLAIN = 9.5f;

    private final PaperWords words;
    private final List<Row> rows;
    private final float[] widths;

    private record Row(String name, String details, String quantity, String price, String amount) {}

    PaperLines(PaperWords words, List<Line> lines) {
        this.words = words;
        this.rows = lines.stream().map(this::row).toList();
        float quantity = width("quantity", 62, Row::quantity);
        float price = width("unitPrice", 86, Row::price);
        float amount = width("amount", 90, Row::amount);
        widths = new float[] {InvoicePaper.MEASURE - quantity - price - amount, quantity, price, amount};
    }

    Box heading() {
        return Cell.of(Boxes.row(
                        widths,
                        TextBox.regular(words.say("description"), LABEL, MUTED),
                        figure(words.say("quantity"), true),
                        figure(words.say("unitPrice"), true),
                        figure(words.say("amount"), true)))
                .below(7)
                .ruledBelow(0.9f, TEXT);
    }

    List<Box> rows() {
        return rows.stream().map(this::drawn).toList();
    }

    private Box drawn(Row row) {
        return Cell.of(Boxes.row(
                        widths,
                        description(row),
                        figure(row.quantity(), false),
                        figure(row.price(), false),
                        figure(row.amount(), false)))
                .above(8)
                .below(8)
                .ruledBelow(0.5f, PaperInk.HAIRLINE);
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

    private static Box description(Row row) {
        var name = TextBox.regular(row.name(), PLAIN, TEXT);
        return row.details().isEmpty()
                ? name
                : Boxes.column(
                        name,
                        Cell.of(TextBox.regular(row.details(), LABEL, MUTED)).above(3));
    }

    private static Box figure(String text, boolean heading) {
        var box = heading ? TextBox.regular(text, LABEL, MUTED) : TextBox.regular(text, PLAIN, TEXT);
        return Cell.of(box.atTheRight()).left(GAP);
    }

    private float width(String heading, float least, Function<Row, String> figure) {
        float widest = PaperFace.REGULAR.width(words.say(heading), LABEL);
        for (var row : rows) {
            widest = Math.max(widest, PaperFace.REGULAR.width(figure.apply(row), PLAIN));
        }
        return Math.max(least, widest + GAP + 1);
    }
}
