package com.duemate.tenantportal.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import org.jspecify.annotations.Nullable;

/** Something that waits for a person: what, how much, and the way to it. Stands in an unordered list of class {@code dm-rows}. */
public final class WorkRow extends ListItem {

    /** @param amount null where it is not about money; @param verb of the button */
    public WorkRow(Tone tone, String text, @Nullable Component amount, String verb, Command open) {
        addClassName("dm-work");
        Span sign = tone.shape();
        sign.addClassNames("dm-work__sign", "dm-work__sign--" + tone.word());
        Button button = new Button(verb, _ -> open.execute());
        button.setAriaLabel(verb + ": " + text);
        add(sign, new Span(text), amount == null ? new Span() : amount, button);
    }
}
