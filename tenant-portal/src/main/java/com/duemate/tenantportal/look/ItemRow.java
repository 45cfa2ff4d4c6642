package com.duemate.tenantportal.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;

/** One of a few things that are kept: what it is, how it stands, what can be done. Lists too short for a grid are made of these. */
public final class ItemRow extends HtmlContainer {

    private final Div state = new Div();
    private final Div end = new Div();

    /** @param what a chip, or a title and a quiet line */
    public ItemRow(Component what) {
        this("div", what);
    }

    /** The row that opens its thing. */
    public static ItemRow opening(String route, Component what) {
        ItemRow row = new ItemRow("a", what);
        Routes.open(row, route);
        return row;
    }

    private ItemRow(String tag, Component what) {
        super(tag);
        addClassName("dm-item");
        what.addClassName("dm-item__what");
        state.addClassName("dm-item__state");
        end.addClassName("dm-item__end");
        add(what, state, end);
    }

    /** Badges and quiet facts. */
    public ItemRow state(Component... parts) {
        state.add(parts);
        return this;
    }

    /** What can be done, or the sign of a way on. */
    public ItemRow end(Component... parts) {
        end.add(parts);
        return this;
    }

    /** Marks the row whose thing is shown beside the list. */
    public ItemRow current(boolean isCurrent) {
        if (isCurrent) {
            getElement().setAttribute("aria-current", "true");
        }
        return this;
    }

    /** A card of such rows. */
    public static Div card(String label, Iterable<ItemRow> rows) {
        UnorderedList list = new UnorderedList();
        list.addClassName("dm-rows");
        list.getElement().setAttribute("aria-label", label);
        rows.forEach(row -> list.add(new ListItem(row)));
        Div card = new Div(list);
        card.addClassNames("dm-card", "dm-card--flush");
        return card;
    }
}
