package com.duemate.customerportal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;

/** A list of rows on one card. */
public final class Rows extends UnorderedList {

    public Rows(String label) {
        addClassNames("dm-rows", "dm-card", "dm-card--flush");
        getElement().setAttribute("aria-label", label);
    }

    public void row(Component row) {
        add(new ListItem(row));
    }
}
