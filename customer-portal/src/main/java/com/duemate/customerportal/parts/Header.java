package com.duemate.customerportal.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** Where one is, and what one can do there. */
public final class Header extends HtmlContainer {

    private final Div words = new Div();
    private final Div titleLine = new Div();
    private final Div actions = new Div();

    public Header(String title) {
        super("header");
        addClassName("dm-header");
        words.addClassName("dm-header__words");
        titleLine.addClassName("dm-header__title");
        actions.addClassName("dm-header__actions");
        titleLine.add(new H1(title));
        words.add(titleLine);
        add(words);
    }

    /** The way back to the list this came from. */
    public Header back(String label, String route) {
        var back = new Anchor(route);
        back.addClassName("dm-header__back");
        back.getElement().setAttribute("router-link", true);
        back.add(Signs.sign("back"), new Span(label));
        words.addComponentAsFirst(back);
        return this;
    }

    public Header beside(Component badge) {
        titleLine.add(badge);
        return this;
    }

    public Header below(String text) {
        var sub = new Paragraph(text);
        sub.addClassName("dm-header__sub");
        words.add(sub);
        return this;
    }

    /** The one thing one comes here to do. */
    public Header primary(Component button) {
        button.getElement().getThemeList().add("primary");
        button.addClassName("dm-header__primary");
        return action(button);
    }

    public Header action(Component button) {
        actions.add(button);
        add(actions);
        return this;
    }
}
