package com.duemate.tenantportal.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** Nothing here yet: one sentence and, where there is something to do, one action. */
public final class EmptyState extends Div {

    public EmptyState(Drawing drawing, String sentence) {
        addClassName("dm-empty");
        add(drawing.create(), new Paragraph(sentence));
    }

    public EmptyState(Drawing drawing, String sentence, Component action) {
        this(drawing, sentence);
        action.getElement().getThemeList().add("primary");
        add(action);
    }
}
