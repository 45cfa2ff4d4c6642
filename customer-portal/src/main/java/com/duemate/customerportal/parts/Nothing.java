package com.duemate.customerportal.parts;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** Nothing here: one sentence and a drawing. */
public final class Nothing extends Div {

    public Nothing(String drawing, String sentence) {
        addClassName("dm-empty");
        add(Signs.drawing(drawing), new Paragraph(sentence));
    }
}
