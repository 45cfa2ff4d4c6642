package com.duemate.customerportal.invoicing;

import com.duemate.customerportal.parts.SumTable;
import com.duemate.customerportal.shell.Reader;
import com.duemate.platform.invoicing.DraftInvoice;
import com.duemate.platform.invoicing.InvoiceDetails;
import com.duemate.platform.invoicing.InvoiceSummary;
import com.duemate.platform.kernel.Money;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Section;

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
        add(table(details));
    }

    private void fact(DescriptionList facts, String term, String value) {
        facts.add(new DescriptionList.Term(reader.text(term)), new DescriptionList.Description(value));
    }

    private SumTable table(InvoiceDetails details) {
        var invoice = details.summary();
        var table = new SumTable(reader.text("my.sheet.what"), reader.text("my.sheet.amount"));
        details.lines().forEach(line -> table.line(line.description(), amount(line, invoice)));
        return table.sum(reader.text("my.sheet.total"), reader.money(invoice.total()));
    }

    private String amount(DraftInvoice.Line line, InvoiceSummary invoice) {
        return reader.money(new Money(line.totalMinor(), invoice.total().currency()));
    }
}
