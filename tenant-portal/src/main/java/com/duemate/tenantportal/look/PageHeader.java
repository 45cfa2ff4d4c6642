package com.duemate.tenantportal.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** Where one is: title, one primary action, at most two quiet ones. On a phone the primary action comes down to the thumb. */
public final class PageHeader extends HtmlContainer {

    private static final int MAX_QUIET = 2;

    private final H1 title = new H1();
    private final Div words = new Div();
    private final Div titleLine = new Div(title);
    private final Paragraph sub = new Paragraph();
    private final Div actions = new Div();
    private int quiet;

    public PageHeader(String title) {
        super("header");
        addClassName("dm-header");
        words.addClassName("dm-header__words");
        titleLine.addClassName("dm-header__title");
        sub.addClassName("dm-header__sub");
        actions.addClassName("dm-header__actions");
        words.add(titleLine);
        add(words);
        setTitle(title);
    }

    /** Replaces the title, when what the page shows has been loaded. */
    @Override
    public void setTitle(String text) {
        title.setText(text);
    }

    /** The way back to the list this came from. */
    public PageHeader back(String label, String route) {
        Anchor back = new Anchor();
        back.addClassName("dm-header__back");
        back.add(Sign.BACK.create(), new Span(label));
        Routes.open(back, route);
        words.addComponentAsFirst(back);
        return this;
    }

    /** Badges beside the title; what was there before goes. */
    public PageHeader beside(Component... badges) {
        titleLine.removeAll();
        titleLine.add(title);
        titleLine.add(badges);
        return this;
    }

    /** The quiet line under the title; what was there before goes. */
    public PageHeader below(Component... parts) {
        sub.removeAll();
        sub.add(parts);
        words.add(sub);
        return this;
    }

    /** The one thing one comes here to do. */
    public PageHeader primary(Component button) {
        button.getElement().getThemeList().add("primary");
        button.addClassName("dm-header__primary");
        actions.add(button);
        add(actions);
        return this;
    }

    /** @throws IllegalStateException on the third: it belongs into a menu */
    public PageHeader quiet(Component button) {
        if (quiet == MAX_QUIET) {
            throw new IllegalStateException("a page header has at most two quiet actions");
        }
        actions.addComponentAtIndex(quiet, button);
        quiet++;
        add(actions);
        return this;
    }
}
