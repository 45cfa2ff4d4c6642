package com.duemate.tenantportal.look;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** Line drawings of empty states, in the accent colour. */
public enum Drawing {
    INVOICES,
    MESSAGES,
    CUSTOMERS,
    SEARCH,
    DONE,
    IMPORT,
    REMINDERS;

    Span create() {
        Span drawing = new Span();
        drawing.addClassNames("dm-drawing", "dm-drawing--" + name().toLowerCase(Locale.ROOT));
        drawing.getElement().setAttribute("aria-hidden", "true");
        return drawing;
    }
}
