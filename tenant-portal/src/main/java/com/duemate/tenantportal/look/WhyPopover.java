package com.duemate.tenantportal.look;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;

/** "Why?" beside whatever the product decided: the reason in a sentence, then the facts it rests on. */
public final class WhyPopover extends Span {

    private final DescriptionList facts = new DescriptionList();
    private final Div body = new Div();

    /** @param about what was decided, heard by screen readers after "why" */
    public WhyPopover(String about, String reason) {
        NativeButton button = new NativeButton(getTranslation("look.why"));
        button.addClassName("dm-why");
        button.setAriaLabel(getTranslation("look.why") + " " + about);
        body.addClassName("dm-why__body");
        body.add(new Paragraph(reason));
        facts.addClassNames("dm-facts", "dm-small");
        Popover popover = new Popover(body);
        popover.setPosition(PopoverPosition.BOTTOM_START);
        popover.setTarget(button);
        popover.setAriaLabel(about);
        add(button, popover);
    }

    public WhyPopover fact(String name, String value) {
        facts.add(new DescriptionList.Term(name), new DescriptionList.Description(value));
        body.add(facts);
        return this;
    }
}
