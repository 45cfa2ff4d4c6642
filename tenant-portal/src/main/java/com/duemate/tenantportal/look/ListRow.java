package com.duemate.tenantportal.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Span;

/** A row of two lines: what and how much, then which and when. What a phone shows instead of a grid's columns. */
public final class ListRow extends HtmlContainer {

    private final Span more = new Span();
    private final Span when = new Span();

    /** @param figure an amount or another short thing at the end of the first line */
    public ListRow(String route, String title, Component figure) {
        super("a");
        addClassName("dm-row");
        Routes.open(this, route);
        Span name = new Span(title);
        name.addClassName("dm-row__title");
        more.addClassName("dm-row__more");
        when.addClassName("dm-row__when");
        add(name, figure, more, when);
    }

    public ListRow more(Component... parts) {
        more.add(parts);
        return this;
    }

    public ListRow when(Component part) {
        when.add(part);
        return this;
    }
}
