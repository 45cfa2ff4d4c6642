package com.duemate.platform.invoicing.pdf;

import static com.duemate.platform.invoicing.pdf.PaperInk.MUTED;

import java.util.List;

/** What stands around the text of every page: band, running head from the second page on, legal lines, page number. */
final class PaperFrame {

    private static final float BAND = 5;
    private static final float FOOT = 36;
    private static final float NUMBER_WIDTH = 110;
    private static final float NUMBER_HEIGHT = 12;
    private static final float NUMBER_LIFT = 4.6f;
    private static final float RUNNING_HEAD_AT = 48;
    private static final float SMALL = 7.5f;

    private final PaperMargins margins;
    private final String running;
    private final PaperWords words;
    private final PaperInk ink;
    private final Box footer;
    private final float footerHeight;

    /** @param title of the paper, beside the brand's name from the second page on */
    PaperFrame(PaperMargins margins, InvoiceSheet.Brand brand, String title, PaperWords words, PaperInk ink) {
        this.margins = margins;
        running = fitting(PrintableText.row(brand.name() + "  ·  " + title), margins.measure());
        this.words = words;
        this.ink = ink;
        footer = Boxes.column(brand.footer().stream()
                .map(row -> Cell.of(TextBox.regular(PrintableText.row(row), SMALL, MUTED))
                        .below(2))
                .toList());
        footerHeight = footer.height(margins.measure() - NUMBER_WIDTH);
    }

    float bottomMargin() {
        return FOOT + Math.max(NUMBER_HEIGHT, footerHeight) + 28;
    }

    void draw(List<PaperPage> pages) {
        for (int i = 0; i < pages.size(); i++) {
            draw(pages.get(i), i + 1, pages.size());
        }
    }

    private void draw(PaperPage page, int number, int pages) {
        page.area(ink.accent(), 0, 0, PaperPage.WIDTH, BAND);
        float right = PaperPage.WIDTH - margins.right();
        if (number > 1) {
            page.text(running, PaperFace.REGULAR, SMALL, MUTED, margins.left(), RUNNING_HEAD_AT);
        }
        float top = PaperPage.HEIGHT - bottomMargin() + 16;
        page.rule(PaperInk.HAIRLINE, 0.5f, margins.left(), top - 6, right);
        footer.draw(page, margins.left(), top + 2, margins.measure() - NUMBER_WIDTH, footerHeight);
        var text = words.page(number, pages);
        page.text(
                text,
                PaperFace.REGULAR,
                SMALL,
                MUTED,
                right - PaperFace.REGULAR.width(text, SMALL),
                top + 2 + NUMBER_HEIGHT - NUMBER_LIFT);
    }

    private static String fitting(String text, float room) {
        var shown = text;
        while (shown.length() > 1 && PaperFace.REGULAR.width(shown, SMALL) > room) {
            shown = shown.substring(0, shown.length() - 2).stripTrailing() + "…";
        }
        return shown;
    }
}
