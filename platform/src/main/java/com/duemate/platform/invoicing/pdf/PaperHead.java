package com.duemate.platform.invoicing.pdf;

import static com.duemate.platform.invoicing.pdf.PaperInk.MUTED;
import static com.duemate.platform.invoicing.pdf.PaperInk.TEXT;

import java.util.ArrayList;
import java.util.Optional;

/** Letterhead, title, and the facts one looks for first: who, when, how much. */
final class PaperHead {

    private static final float LOGO_WIDTH = 190;
    private static final float LOGO_HEIGHT = 48;
    private static final float GUTTER = 14;
    private static final float BETWEEN_ROWS = 2.5f;
    private static final float[] HALVES = {1, 1};
    private static final float[] LOGO_AND_ADDRESS = {3, 2};

    private final InvoiceSheet sheet;
    private final PaperWords words;
    private final PaperInk ink;

    PaperHead(InvoiceSheet sheet, PaperWords words, PaperInk ink) {
        this.sheet = sheet;
        this.words = words;
        this.ink = ink;
    }

    Box letterhead(Optional<LogoPicture> logo) {
        var brand = sheet.brand();
        return Boxes.row(
                LOGO_AND_ADDRESS,
                logo.<Box>map(PaperHead::fitted)
                        .orElseGet(() -> TextBox.semibold(PrintableText.row(brand.name()), 17, TEXT)),
                address(brand, logo.isPresent()));
    }

    Box title() {
        var title = TextBox.semibold(PrintableText.row(words.title(sheet.heading())), 25, TEXT);
        var stamp = stamp();
        return stamp.isEmpty()
                ? title
                : Boxes.column(
                        title,
                        Cell.of(TextBox.semibold(PrintableText.row(stamp), 10, ink.accentText()))
                                .above(7));
    }

    Box facts() {
        var heading = sheet.heading();
        var facts = Boxes.column(
                Boxes.row(
                        HALVES,
                        fact("issued", words.date(heading.issuedOn())),
                        fact("due", words.date(heading.dueOn()))),
                Boxes.row(
                        HALVES,
                        fact("open", words.money(sheet.sums().open())),
                        heading.reference() == null ? Box.EMPTY : fact("reference", heading.reference())));
        return Boxes.row(HALVES, Cell.of(billTo()).right(GUTTER), facts);
    }

    private static Box address(InvoiceSheet.Brand brand, boolean named) {
        var rows = new ArrayList<Box>();
        if (named) {
            rows.add(Cell.of(TextBox.semibold(PrintableText.row(brand.name()), 8.5f, TEXT)
                            .atTheRight())
                    .below(BETWEEN_ROWS));
        }
        for (var row : brand.address()) {
            rows.add(
                    Cell.of(TextBox.regular(PrintableText.row(row), 8.5f, MUTED).atTheRight())
                            .below(BETWEEN_ROWS));
        }
        return Boxes.column(rows);
    }

    private Box billTo() {
        var rows = new ArrayList<Box>();
        rows.add(label("billTo"));
        rows.add(Cell.of(TextBox.semibold(PrintableText.row(sheet.billTo().name()), 10, TEXT))
                .below(BETWEEN_ROWS + 0.5f));
        for (var row : sheet.billTo().address()) {
            rows.add(
                    Cell.of(TextBox.regular(PrintableText.row(row), 9.5f, TEXT)).below(BETWEEN_ROWS));
        }
        return Boxes.column(rows);
    }

    private Box fact(String key, String value) {
        var text = TextBox.semibold(PrintableText.row(value), 10, TEXT);
        return Cell.of(Boxes.column(label(key), Cell.of(text).below(12))).right(GUTTER);
    }

    private Box label(String key) {
        return Cell.of(TextBox.regular(words.say(key), 8.5f, MUTED)).below(4);
    }

    private String stamp() {
        return switch (sheet.heading().stage()) {
            case DRAFT -> words.say("draft");
            case VOID -> words.say("void");
            case ISSUED -> sheet.sums().open().isZero() ? words.say("paidInFull") : "";
        };
    }

    static Box fitted(LogoPicture logo) {
        float scale = Math.min(LOGO_WIDTH / logo.width(), LOGO_HEIGHT / logo.height());
        return new Box() {

            @Override
            public float height(float width) {
                return logo.height() * scale;
            }

            @Override
            public void draw(PaperPage page, float left, float top, float width, float height) {
                page.picture(left, top, logo.width() * scale, logo.height() * scale);
            }
        };
    }
}
