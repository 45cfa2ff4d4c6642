package com.duemate.tenantportal.look;

import com.duemate.themes.text.When;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** What happened and what comes next, oldest first. */
public final class Timeline extends OrderedList {

    /** How an entry stands; what is planned hangs on a dotted line. */
    public enum Mark {
        DONE,
        GOOD,
        FAILED,
        NOW,
        NEXT
    }

    public Timeline() {
        addClassName("dm-timeline");
    }

    /** @param detail parts of the quiet line below the title; none leaves it out */
    public Timeline entry(Mark mark, Sign sign, String title, When when, Component... detail) {
        ListItem item = new ListItem();
        item.addClassNames(
                "dm-timeline__item", "dm-timeline__item--" + mark.name().toLowerCase(Locale.ROOT));
        Span circle = new Span(sign.create());
        circle.addClassName("dm-timeline__sign");
        Span name = new Span(title);
        name.addClassName("dm-timeline__title");
        DateText date = new DateText(when);
        date.addClassName("dm-timeline__when");
        item.add(circle, name, date);
        if (detail.length > 0) {
            Span more = new Span(detail);
            more.addClassName("dm-timeline__detail");
            item.add(more);
        }
        add(item);
        return this;
    }
}
