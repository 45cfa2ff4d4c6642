package com.duemate.platform.invoicing.pdf;

import java.awt.Color;
import org.jspecify.annotations.Nullable;

/** A box with room around it, and what one may draw there: a ground, a rule above or below. */
final class Cell implements Box {

    private final Box held;
    private float above;
    private float right;
    private float below;
    private float left;
    private boolean inTheMiddle;
    private @Nullable Color ground;
    private @Nullable Color rule;
    private float upperRule;
    private float lowerRule;

    private Cell(Box held) {
        this.held = held;
    }

    static Cell of(Box held) {
        return new Cell(held);
    }

    Cell above(float space) {
        above = space;
        return this;
    }

    Cell right(float space) {
        right = space;
        return this;
    }

    Cell below(float space) {
        below = space;
        return this;
    }

    Cell left(float space) {
        left = space;
        return this;
    }

    Cell around(float space) {
        return above(space).right(space).below(space).left(space);
    }

    Cell inTheMiddle() {
        inTheMiddle = true;
        return this;
    }

    Cell on(Color color) {
        ground = color;
        return this;
    }

    Cell ruledAbove(float thickness, Color color) {
        upperRule = thickness;
        rule = color;
        return this;
    }

    Cell ruledBelow(float thickness, Color color) {
        lowerRule = thickness;
        rule = color;
        return this;
    }

    @Override
    public float height(float width) {
        return above + held.height(width - left - right) + below;
    }

    @Override
    public void draw(PaperPage page, float from, float top, float width, float height) {
        if (ground != null) {
            page.area(ground, from, top, width, height);
        }
        float inner = width - left - right;
        float room = height - above - below;
        float slack = inTheMiddle ? (room - held.height(inner)) / 2 : 0;
        held.draw(page, from + left, top + above + slack, inner, room - slack);
        if (rule != null && upperRule > 0) {
            page.rule(rule, upperRule, from, top + upperRule / 2, from + width);
        }
        if (rule != null && lowerRule > 0) {
            page.rule(rule, lowerRule, from, top + height - lowerRule / 2, from + width);
        }
    }
}
