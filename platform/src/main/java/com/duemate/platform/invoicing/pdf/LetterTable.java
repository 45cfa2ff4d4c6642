package com.duemate.platform.invoicing.pdf;

import static com.duemate.platform.invoicing.pdf.PaperInk.MUTED;
import static com.duemate.platform.invoicing.pdf.PaperInk.TEXT;

import com.duemate.platform.invoicing.pdf.LetterSheet.Demand;
import com.duemate.platform.invoicing.pdf.LetterSheet.Item;
import com.duemate.platform.kernel.Money;
import java.util.List;

/** What a letter asks for: figures are never broken, the invoice's number takes what is left. */
final class LetterTable {

    private static final float LABEL = 8.5f;
    private static final float PLAIN = 9.5f;
    private static final float GAP = 14;
    private static final float DATE = 108;
    private static final float[] AT_THE_RIGHT = {9, 11};

    private final PaperWords words;
    private final Demand demand;
    private final float[] widths;

    LetterTable(PaperWords words, float measure, Demand demand) {
        this.words = words;
        this.demand = demand;
        float amount = 90;
        for (var item : demand.items()) {
            amount = Math.max(amount, PaperFace.REGULAR.width(figure(item.open()), PLAIN) + GAP + 1);
        }
        widths = new float[] {measure - 2 * DATE - amount, DATE, DATE, amount};
    }

    Box heading() {
        return Cell.of(Boxes.row(
                        widths,
                        label("letter.invoice"),
                        label("issued"),
                        label("due"),
                        label("letter.open").atTheRight()))
                .below(6)
                .ruledBelow(0.9f, TEXT);
    }

    List<Box> rows() {
        return demand.items().stream().map(this::row).toList();
    }

    Box total(Money total, PaperInk ink) {
        return Boxes.row(AT_THE_RIGHT, Box.EMPTY, PaperSums.open(total, words, ink));
    }

    private Box row(Item item) {
        return Cell.of(Boxes.row(
                        widths,
                        Cell.of(plain(PrintableText.row(item.number()))).right(GAP),
                        plain(words.date(item.issuedOn())),
                        plain(words.date(item.dueOn())),
                        plain(figure(item.open())).atTheRight()))
                .above(6)
                .below(6)
                .ruledBelow(0.5f, PaperInk.HAIRLINE);
    }

    private TextBox label(String key) {
        return TextBox.regular(words.say(key), LABEL, MUTED);
    }

    private static TextBox plain(String text) {
        return TextBox.regular(text, PLAIN, TEXT);
    }

    private String figure(Money money) {
        return PrintableText.figure(words.money(money));
    }
}
