package com.duemate.customerportal.parts;

import com.vaadin.flow.component.html.Span;

/** Signs and drawings of the shared style sheets; the word beside one says what it means. */
public final class Signs {

    private Signs() {}

    /** @param name as in {@code icons.css}: invoice, clock, payment, settings, sign-out, back, download */
    public static Span sign(String name) {
        return hidden("dm-icon", "dm-icon--" + name);
    }

    /** @param name as in {@code icons.css}: done, invoices, search */
    public static Span drawing(String name) {
        return hidden("dm-drawing", "dm-drawing--" + name);
    }

    private static Span hidden(String... classes) {
        var span = new Span();
        span.addClassNames(classes);
        span.getElement().setAttribute("aria-hidden", "true");
        return span;
    }
}
