package com.duemate.platform.invoicing.pdf;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Lays boxes one below the other, from page to page. */
final class PaperFlow {

    private static final float TOP = 50;
    private static final float TOP_OF_LATER_PAGES = 84;

    private final List<PaperPage> pages = new ArrayList<>();
    private final BitSet signs = new BitSet();
    private final PaperMargins margins;
    private final float bottom;
    private PaperPage page;
    private float at;
    private boolean fresh = true;

    /** @param footer height of what stands at the foot of every page */
    PaperFlow(PaperMargins margins, float footer) {
        this(margins, TOP, footer);
    }

    /** @param top where the first page's text begins */
    PaperFlow(PaperMargins margins, float top, float footer) {
        this.margins = margins;
        at = top;
        bottom = PaperPage.HEIGHT - footer;
        page = new PaperPage(signs);
        pages.add(page);
    }

    List<PaperPage> pages() {
        return pages;
    }

    /** All that was written. */
    BitSet signs() {
        return signs;
    }

    /** Whole where a page holds it, else in pieces. Space before is left out at the top of a page. */
    void add(float before, Box box, float after) {
        float height = box.height(margins.measure());
        if (!fresh && at + before + height > bottom) {
            turn();
        }
        if (!fresh) {
            at += before;
        }
        put(box, height);
        at += after;
    }

    /** The heading stands above the first row and again on every page. */
    void table(Box heading, List<Box> rows) {
        float head = heading.height(margins.measure());
        boolean headed = false;
        for (var row : rows) {
            float height = row.height(margins.measure());
            if (!fresh && at + (headed ? 0 : head) + height > bottom) {
                turn();
                headed = false;
            }
            if (!headed) {
                put(heading, head);
                headed = true;
            }
            put(row, height);
        }
        if (rows.isEmpty()) {
            add(0, heading, 0);
        }
    }

    private void put(Box box, float height) {
        float done = 0;
        while (height - done > bottom - at && height > bottom - TOP_OF_LATER_PAGES) {
            float piece = bottom - at;
            draw(box, height, done, piece);
            done += piece;
            turn();
        }
        draw(box, height, done, height - done);
        at += height - done;
    }

    private void draw(Box box, float height, float done, float piece) {
        if (done == 0 && piece >= height) {
            box.draw(page, margins.left(), at, margins.measure(), height);
        } else {
            page.window(at, at + piece);
            box.draw(page, margins.left(), at - done, margins.measure(), height);
            page.window(0, PaperPage.HEIGHT);
        }
        fresh = false;
    }

    private void turn() {
        if (pages.size() == InvoicePaper.MAX_PAGES) {
            throw new PaperTooLong();
        }
        page = new PaperPage(signs);
        pages.add(page);
        at = TOP_OF_LATER_PAGES;
        fresh = true;
    }
}
