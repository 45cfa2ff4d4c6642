package com.duemate.tenantportal.look;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** What a state means to the reader: each has a colour and a shape that reads without it. */
public enum Tone {
    /** Not yet in the world: drafts. */
    QUIET,
    OPEN,
    PARTLY,
    /** Money came in, a message arrived. */
    GOOD,
    SOON,
    LATE,
    RISK,
    DISPUTED,
    HELD,
    /** Over without success: void, written off. */
    ENDED;

    Span shape() {
        Span shape = new Span();
        shape.addClassNames("dm-shape", "dm-shape--" + word());
        shape.getElement().setAttribute("aria-hidden", "true");
        return shape;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
