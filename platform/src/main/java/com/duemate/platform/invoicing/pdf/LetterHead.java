package com.duemate.platform.invoicing.pdf;

import static com.duemate.platform.invoicing.pdf.LetterPaper.MILLIMETRE;
import static com.duemate.platform.invoicing.pdf.PaperInk.MUTED;
import static com.duemate.platform.invoicing.pdf.PaperInk.TEXT;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands on a letter's first page at fixed places (DIN 5008:2020, form B): letterhead, window, facts, marks for folding. */
final class LetterHead {

    private static final float LETTERHEAD_AT = 36;
    private static final float WINDOW_WIDTH = 80 * MILLIMETRE;
    private static final float RECIPIENT_AT = 62.7f * MILLIMETRE;
    private static final float RECIPIENT_HEIGHT = 27.3f * MILLIMETRE;
    private static final float FACTS_LEFT = 125 * MILLIMETRE;
    private static final float FACTS_AT = 50 * MILLIMETRE;
    private static final float[] FOLDS = {105 * MILLIMETRE, 210 * MILLIMETRE};
    private static final float HOLES = 148.5f * MILLIMETRE;
    private static final float MARK_LEFT = 12;
    private static final float[] SENDER_SIZES = {7, 6.5f, 6, 5.5f};
    private static final float[] RECIPIENT_SIZES = {10.5f, 10, 9, 8, 7, 6};
    private static final float[] LABEL_AND_FACT = {1, 2.1f};

    private final LetterSheet sheet;
    private final PaperWords words;
    private final PaperMargins margins;

    LetterHead(LetterSheet sheet, PaperWords words, PaperMargins margins) {
        this.sheet = sheet;
        this.words = words;
        this.margins = margins;
    }

    void draw(PaperPage page, Optional<LogoPicture> logo) {
        draw(
                page,
                logo.<Box>map(PaperHead::fitted)
                        .orElseGet(() ->
                                TextBox.semibold(PrintableText.row(sheet.brand().name()), 17, TEXT)),
                margins.left(),
                LETTERHEAD_AT,
                margins.measure());
        var sender = sender();
        float height = sender.height(WINDOW_WIDTH);
        draw(page, sender, margins.left(), RECIPIENT_AT - height - 5, WINDOW_WIDTH);
        page.rule(PaperInk.HAIRLINE, 0.5f, margins.left(), RECIPIENT_AT - 3, margins.left() + WINDOW_WIDTH);
        draw(page, recipient(), margins.left(), RECIPIENT_AT, WINDOW_WIDTH);
        draw(page, facts(), FACTS_LEFT, FACTS_AT, PaperPage.WIDTH - margins.right() - FACTS_LEFT);
        for (float fold : FOLDS) {
            page.rule(MUTED, 0.4f, MARK_LEFT, fold, MARK_LEFT + 8);
        }
        page.rule(MUTED, 0.4f, MARK_LEFT, HOLES, MARK_LEFT + 12);
    }

    private static void draw(PaperPage page, Box box, float left, float top, float width) {
        box.draw(page, left, top, width, box.height(width));
    }

    /** In one line where any size allows it. */
    private Box sender() {
        var row = PrintableText.row(sheet.envelope().sender());
        for (float size : SENDER_SIZES) {
            if (PaperFace.REGULAR.width(row, size) <= WINDOW_WIDTH) {
                return TextBox.regular(row, size, MUTED);
            }
        }
        return TextBox.regular(row, SENDER_SIZES[SENDER_SIZES.length - 1], MUTED);
    }

    /** As large as the window holds it. */
    private Box recipient() {
        Box box = Box.EMPTY;
        for (float size : RECIPIENT_SIZES) {
            box = Boxes.column(sheet.envelope().recipient().stream()
                    .map(row -> Cell.of(TextBox.regular(PrintableText.row(row), size, TEXT))
                            .below(size / 8))
                    .toList());
            if (box.height(WINDOW_WIDTH) <= RECIPIENT_HEIGHT) {
                return box;
            }
        }
        return box;
    }

    private Box facts() {
        var heading = sheet.heading();
        var rows = new ArrayList<Box>(List.of(fact("letter.date", words.date(heading.date()))));
        if (heading.customer() != null) {
            rows.add(fact("letter.customer", heading.customer()));
        }
        rows.add(fact("letter.sender", heading.sender()));
        if (heading.replyTo() != null) {
            rows.add(fact("letter.reply", heading.replyTo()));
        }
        return Boxes.column(rows);
    }

    private Box fact(String key, String value) {
        return Cell.of(Boxes.row(
                        LABEL_AND_FACT,
                        Cell.of(TextBox.regular(words.say(key), 8, MUTED)).above(0.7f),
                        TextBox.regular(PrintableText.row(value), 9, TEXT)))
                .below(4);
    }
}
