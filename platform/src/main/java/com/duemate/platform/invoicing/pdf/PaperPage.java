package com.duemate.platform.invoicing.pdf;

import java.awt.Color;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One A4 page that is drawn on. Lengths in points (1/72 inch), places from the upper left corner down. What begins outside of the
 * window is left out, so that a piece too high for one page is drawn on several.
 */
final class PaperPage {

    static final float WIDTH = 595;
    static final float HEIGHT = 842;

    private final PaperBytes content = new PaperBytes(8 * 1024);
    private final List<Link> links = new ArrayList<>();
    private final BitSet signs;
    private float from;
    private float to = HEIGHT;
    private @Nullable Color fill;
    private @Nullable PaperFace face;
    private float size;

    /** A place that leads to an address; in the page's own coordinates, from the lower left corner up. */
    record Link(float left, float bottom, float right, float top, String address) {}

    /** @param signs gets what is written */
    PaperPage(BitSet signs) {
        this.signs = signs;
    }

    PaperBytes content() {
        return content;
    }

    List<Link> links() {
        return links;
    }

    void window(float from, float to) {
        this.from = from;
        this.to = to;
    }

    private boolean hides(float y) {
        return y < from || y >= to;
    }

    void text(String text, PaperFace face, float size, Color color, float left, float baseline) {
        if (hides(baseline) || text.isEmpty()) {
            return;
        }
        fill(color);
        content.add("BT ");
        if (this.face != face || this.size != size) {
            this.face = face;
            this.size = size;
            content.add('/').add(face.name()).add(' ').add(size).add("Tf ");
        }
        content.add(left).add(HEIGHT - baseline).add("Td(");
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            char glyph = face.glyph(sign);
            if (glyph != 0) {
                signs.set(sign);
                content.escaped(glyph >> 8).escaped(glyph);
            }
        }
        content.add(")Tj ET\n");
    }

    void link(String address, float left, float top, float right, float bottom) {
        if (!hides(bottom)) {
            links.add(new Link(left, HEIGHT - bottom, right, HEIGHT - top, address));
        }
    }

    void area(Color color, float left, float top, float width, float height) {
        float upper = Math.max(top, from);
        float lower = Math.min(top + height, to);
        if (lower > upper) {
            fill(color);
            content.add(left).add(HEIGHT - lower).add(width).add(lower - upper).add("re f\n");
        }
    }

    void rule(Color color, float thickness, float left, float y, float right) {
        if (!hides(y)) {
            content.add(thickness).add("w ");
            color(color).add("RG ");
            content.add(left)
                    .add(HEIGHT - y)
                    .add("m ")
                    .add(right)
                    .add(HEIGHT - y)
                    .add("l S\n");
        }
    }

    void picture(float left, float top, float width, float height) {
        if (!hides(top)) {
            content.add("q ").add(width).add("0 0 ").add(height).add(left).add(HEIGHT - top - height);
            content.add("cm /L Do Q\n");
        }
    }

    /** Several shapes of one colour, as one path. */
    PaperBytes path(Color color) {
        fill(color);
        return content;
    }

    private void fill(Color color) {
        if (!color.equals(fill)) {
            fill = color;
            color(color).add("rg ");
        }
    }

    private PaperBytes color(Color color) {
        return content.add(color.getRed() / 255f).add(color.getGreen() / 255f).add(color.getBlue() / 255f);
    }
}
