package com.duemate.platform.invoicing.pdf;

import static com.duemate.platform.invoicing.pdf.PaperInk.MUTED;

import com.duemate.platform.invoicing.pdf.InvoiceSheet.Stage;
import java.net.URI;
import java.util.ArrayList;
import java.util.Optional;

/** How to pay: the link in words and as a code, and the tenant's own notes. */
final class PaperPayment {

    private static final float PADDING = 16;
    private static final float[] WORDS_AND_CODE = {4, 1};

    private final InvoiceSheet sheet;
    private final PaperWords words;
    private final PaperInk ink;

    PaperPayment(InvoiceSheet sheet, PaperWords words, PaperInk ink) {
        this.sheet = sheet;
        this.words = words;
        this.ink = ink;
    }

    Optional<Box> box() {
        var payment = sheet.payment();
        var link = isPayable() ? payment.link() : null;
        var boxes = new ArrayList<Box>();
        if (link != null) {
            boxes.add(online(link, payment.code(), words, ink));
        }
        if (!payment.notes().isEmpty()) {
            boxes.add(notes());
        }
        return boxes.isEmpty() ? Optional.empty() : Optional.of(Boxes.column(boxes));
    }

    private boolean isPayable() {
        return sheet.heading().stage() == Stage.ISSUED && sheet.sums().open().isPositive();
    }

    static Box online(URI link, boolean code, PaperWords words, PaperInk ink) {
        var address = link.toASCIIString();
        var said = Cell.of(Boxes.column(
                        Cell.of(TextBox.semibold(words.say("payOnline"), 11, PaperInk.TEXT))
                                .below(5),
                        TextBox.regular(shown(link), 9.5f, ink.accentText()).leadingTo(address),
                        Cell.of(TextBox.regular(words.say(code ? "payOnline.scan" : "payOnline.open"), 8.5f, MUTED))
                                .above(5)))
                .inTheMiddle()
                .right(PADDING);
        return Cell.of(code ? Boxes.row(WORDS_AND_CODE, said, new QrCode(address)) : said)
                .around(PADDING)
                .on(ink.tint());
    }

    private Box notes() {
        return Cell.of(Boxes.column(sheet.payment().notes().stream()
                        .map(note -> TextBox.regular(PrintableText.rows(note), 8.5f, MUTED))
                        .toList()))
                .above(PADDING);
    }

    /** The address without its scheme, as one would type it. */
    private static String shown(URI link) {
        var whole = link.toString();
        return PrintableText.row(whole.substring(whole.indexOf("://") + 3));
    }
}
