package com.duemate.tenantportal.look;

import com.duemate.themes.text.Formats;
import com.vaadin.flow.component.html.Span;

/** How a figure moved: arrow, size, and by its colour whether that is good. */
public final class ChangeText extends Span {

    /** What a growing figure means. */
    public enum Growth {
        GOOD,
        BAD,
        NEITHER
    }

    /** @param ratio 0.04 for four percent more */
    public ChangeText(Formats formats, double ratio, Growth growth) {
        long percent = Math.round(ratio * 100);
        String direction = percent > 0 ? "up" : percent < 0 ? "down" : "level";
        addClassName("dm-change");
        if (percent != 0 && growth != Growth.NEITHER) {
            addClassName(percent > 0 == (growth == Growth.GOOD) ? "dm-change--good" : "dm-change--bad");
        }
        Span shape = new Span();
        shape.addClassNames("dm-shape", "dm-shape--" + direction);
        shape.getElement().setAttribute("aria-hidden", "true");
        Span word = new Span(getTranslation("look.change." + direction) + " ");
        word.addClassName("dm-hidden");
        add(shape, word, new Span(formats.percent(Math.abs(ratio))));
    }
}
