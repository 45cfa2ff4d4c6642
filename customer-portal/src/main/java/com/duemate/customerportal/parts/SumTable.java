package com.duemate.customerportal.parts;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.dom.Element;

/** What and how much, in two columns, with the sum below. */
public final class SumTable extends HtmlContainer {

    private final Element body = new Element("tbody");

    public SumTable(String what, String amount) {
        super("table");
        addClassName("dm-table");
        var head = new Element("thead");
        head.appendChild(row("th", what, amount));
        getElement().appendChild(head, body);
    }

    public SumTable line(String what, String amount) {
        body.appendChild(row("td", what, amount));
        return this;
    }

    public SumTable sum(String what, String amount) {
        body.appendChild(row("th", what, amount));
        return this;
    }

    private static Element row(String cell, String what, String amount) {
        var first = new Element(cell).setText(what);
        var second = new Element(cell).setText(amount);
        second.getClassList().add("dm-end");
        return new Element("tr").appendChild(first, second);
    }
}
