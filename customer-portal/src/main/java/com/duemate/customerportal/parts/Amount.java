package com.duemate.customerportal.parts;

import com.vaadin.flow.component.html.Span;

/** Money as it is read, tabular and never broken over lines. */
public final class Amount extends Span {

    public Amount(String money) {
        super(money);
        addClassName("dm-amount");
    }

    /** The figure a page is about. */
    public Amount large() {
        addClassName("dm-amount--large");
        return this;
    }
}
