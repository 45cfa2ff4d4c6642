package com.duemate.customerportal.invoicing;

import com.duemate.customerportal.shell.Reader;
import com.duemate.platform.invoicing.DraftInvoice;
import com.duemate.platform.invoicing.InvoiceDetails;
import com.duemate.platform.invoicing.InvoiceSummary;
import com.duemate.platform.kernel.Money;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.dom.Element;

/** What stands on an invoice: for whom, when, and its lines. */
final class InvoiceSheet extends Section {

    private final Reader reader;

    InvoiceSheet(Reader reader, InvoiceDetails details) {
        this.reader = reader;
        addClassNames("dm-section", "dm-card");
        var invoice = details.summary();
        var facts = new DescriptionList();
        facts.addClassName("dm-facts");
        fact(facts, "my.sheet.for", invoice.customerName());
        fact(facts, "my.sheet.issued", reader.formats().dateLong(invoice.issuedOn()));
        fact(facts, "my.sheet.due", reader.formats().dateLong(invoice.dueOn()));
        if (!invoice.open().equals(invoice.total()) && invoice.status().isOpen()) {
            fact(facts, "my.sheet.paid", reader.money(invoice.total().minus(invoice.open())));
        }
        add(facts);
        getElement().appendChild(table(details));
    }

    private void fact(DescriptionList facts, String term, String value) {
        facts.add(new DescriptionList.Term(reader.text(term)), new DescriptionList.Description(value));
    }

    private Element table(InvoiceDetails details) {
        var table = new Element("table");
        table.getClassList().add("dm-table");
        var head = new Element("thead");
        head.appendChild(row("th", reader.text("my.sheet.what"), reader.text("my.sheet.amount")));
        var body = new Element("tbody");
        var invoice = details.summary();
        details.lines().forEach(line -> body.appendChild(row("td", line.description(), amount(line, invoice))));
        body.appendChild(row("th", reader.text("my.sheet.total"), reader.money(invoice.total())));
        table.appendChild(head, body);
        return table;
    }

    private String amount(DraftInvoice.Line line, InvoiceSummary invoice) {
        return reader.money(new Money(line.totalMinor(), invoice.total().currency()));
    }

    private static Element row(String cell, String what, String amount) {
        var first = new Element(cell).setText(what);
        var second = new Element(cell).setText(amount);
        second.getClassList().add("dm-end");
        return new Element("tr").appendChild(first, second);
    }
}
