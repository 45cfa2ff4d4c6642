package com.duemate.customerportal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Span;

/** A row of two lines that leads somewhere: what and how much, then how it stands and when. */
public final class Row extends HtmlContainer {

    private final Span more = new Span();
    private final Span when = new Span();

    public Row(String href, String title, Component figure) {
        super("a");
        addClassName("dm-row");
        getElement().setAttribute("href", href);
        var name = new Span(title);
        name.addClassName("dm-row__title");
        more.addClassName("dm-row__more");
        when.addClassName("dm-row__when");
        add(name, figure, more, when);
    }

    /** Follows the link without loading the page anew. */
    public Row within() {
        getElement().setAttribute("router-link", true);
        return this;
    }

    public Row more(Component... parts) {
        more.add(parts);
        return this;
    }

    public Row when(String text) {
        when.setText(text);
        return this;
    }
}
