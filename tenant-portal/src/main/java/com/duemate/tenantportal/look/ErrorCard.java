package com.duemate.tenantportal.look;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** Something broke: what, what to do, the number under which it was recorded, and a way on. */
public final class ErrorCard extends Div {

    private final Div foot = new Div();

    /** @param advice what follows from it and what to do */
    public ErrorCard(String title, String advice) {
        addClassName("dm-error");
        getElement().setAttribute("role", "alert");
        Span sign = Sign.ALERT.create();
        sign.addClassName("dm-error__sign");
        Span name = new Span(title);
        name.addClassName("dm-error__title");
        Paragraph words = new Paragraph(advice);
        words.addClassName("dm-quiet");
        foot.addClassName("dm-error__foot");
        add(sign, name, words, foot);
    }

    public ErrorCard again(Runnable retry) {
        foot.addComponentAsFirst(new Button(getTranslation("look.error.again"), _ -> retry.run()));
        return this;
    }

    /** @param id under which the fault is found in the log */
    public ErrorCard id(String id) {
        Code code = new Code(id);
        code.addClassNames("dm-error__id", "dm-mono");
        code.setTitle(getTranslation("look.error.id"));
        foot.add(code);
        return this;
    }
}
