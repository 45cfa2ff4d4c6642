package com.duemate.tenantportal.look;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** The signs of {@code icons.css}. Screen readers skip them: the word beside a sign, or a label, says what it means. */
public enum Sign {
    HOME,
    INVOICE,
    CUSTOMERS,
    REMINDER,
    MESSAGE,
    PAYMENT,
    INSIGHT,
    SETTINGS,
    SEARCH,
    MORE,
    PLUS,
    CLOSE,
    CHECK,
    BACK,
    FORWARD,
    DOWN,
    UP,
    UPLOAD,
    DOWNLOAD,
    UNDO,
    PAUSE,
    LINK,
    EXTERNAL,
    COPY,
    EDIT,
    BRAND,
    TEAM,
    PHONE,
    DESKTOP,
    SMS,
    LETTER,
    EYE,
    QUESTION,
    ALERT,
    TABLE,
    CALENDAR,
    CLOCK,
    SIGN_OUT,
    BOLT,
    FILTER;

    public Span create() {
        Span sign = new Span();
        sign.addClassNames("dm-icon", className());
        sign.getElement().setAttribute("aria-hidden", "true");
        return sign;
    }

    String className() {
        return "dm-icon--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
