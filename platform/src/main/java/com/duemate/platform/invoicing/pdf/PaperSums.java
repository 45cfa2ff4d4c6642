package com.duemate.platform.invoicing.pdf;

import static com.duemate.platform.invoicing.pdf.PaperInk.TEXT;

import com.duemate.platform.kernel.Money;
import java.util.ArrayList;
import java.util.List;

/** From the net amount to what is still open, each step only where there is one. */
final class PaperSums {

    private static final float[] LABEL_AND_FIGURE = {3, 2};
    private static final float[] AT_THE_RIGHT = {9, 11};

    private final InvoiceSheet sheet;
    private final PaperWords words;
    private final PaperInk ink;

    PaperSums(InvoiceSheet sheet, PaperWords words, PaperInk ink) {
        this.sheet = sheet;
        this.words = words;
        this.ink = ink;
    }

    Box box() {
        var sums = sheet.sums();
        var rows = new ArrayList<Box>();
        if (!sums.taxes().isEmpty()) {
            plain(rows, words.say("net"), sums.net());
            sums.taxes().forEach(tax -> plain(rows, tax.label(), tax.amount()));
        }
        if (!sums.paid().isZero()) {
            total(rows, sums.total());
            plain(rows, words.say("paid"), sums.paid().negated());
        } else if (!sums.taxes().isEmpty()) {
            total(rows, sums.total());
        }
        rows.add(open(sums.open(), words, ink));
        return Boxes.row(AT_THE_RIGHT, Box.EMPTY, Boxes.column(rows));
    }

    private void plain(List<Box> rows, String label, Money money) {
        rows.add(row(
                TextBox.regular(PrintableText.row(label), 9.5f, TEXT),
                TextBox.regular(PrintableText.figure(words.money(money)), 9.5f, TEXT)));
    }

    private void total(List<Box> rows, Money money) {
        rows.add(row(
                TextBox.semibold(words.say("total"), 9.5f, TEXT),
                TextBox.semibold(PrintableText.figure(words.money(money)), 9.5f, TEXT)));
    }

    private static Box row(TextBox label, TextBox figure) {
        return Cell.of(Boxes.row(LABEL_AND_FIGURE, label, figure.atTheRight()))
                .above(4.5f)
                .below(5);
    }

    static Box open(Money open, PaperWords words, PaperInk ink) {
        var figure = TextBox.semibold(PrintableText.figure(words.money(open)), 15, ink.accentText());
        return Cell.of(Boxes.row(
                        LABEL_AND_FIGURE,
                        Cell.of(TextBox.semibold(words.say("open"), 11, TEXT)).above(13),
                        Cell.of(figure.atTheRight()).above(10)))
                .below(4)
                .ruledAbove(0.9f, TEXT);
    }
}
