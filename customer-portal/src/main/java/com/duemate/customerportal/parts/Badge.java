package com.duemate.customerportal.parts;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** A state as colour, shape and word. */
public final class Badge extends Span {

    /** What a state means to whoever pays. */
    public enum Tone {
        QUIET,
        OPEN,
        SOON,
        GOOD,
        DISPUTED,
        HELD,
        ENDED
    }

    public Badge(Tone tone, String word) {
        var name = tone.name().toLowerCase(Locale.ROOT);
        addClassNames("dm-badge", "dm-badge--" + name);
        var shape = new Span();
        shape.addClassNames("dm-shape", "dm-shape--" + name);
        shape.getElement().setAttribute("aria-hidden", "true");
        add(shape, new Span(word));
    }
}
