package com.duemate.tenantportal.look;

import com.duemate.themes.text.When;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Span;

/** A date in the words of the reader; the date in full on hover and for screen readers. */
public final class DateText extends HtmlContainer {

    public DateText(When when) {
        super("time");
        getElement().setAttribute("datetime", when.iso());
        setTitle(when.title());
        Span absolute = new Span(", " + when.title());
        absolute.addClassName("dm-hidden");
        add(new Span(when.text()), absolute);
    }
}
