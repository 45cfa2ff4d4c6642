package com.duemate.tenantportal.invoicing;

import com.duemate.platform.invoicing.DraftInvoice;
import com.duemate.platform.invoicing.InvoiceDetails;
import com.duemate.platform.kernel.Money;
import com.duemate.tenantportal.look.AmountText;
import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;

/** What an invoice is for, line by line. */
class LinesCard extends Section {

    private static final int QUANTITY_DECIMALS = 3;

    LinesCard(Reader reader, InvoiceDetails invoice) {
        addClassName("dm-section");
        var head = new Div(new H2(
                reader.text("portalinvoicing.lines.title", invoice.lines().size())));
        head.addClassName("dm-section__head");
        var table = new NativeTable();
        table.addClassName("dm-table");
        var currency = invoice.summary().total().currency();
        for (var line : invoice.lines()) {
            var words = new Div(new Span(line.description()));
            if (line.quantity() != 1_000) {
                words.add(times(reader, line, new Money(line.unitMinor(), currency)));
            }
            table.getBody().add(row(new NativeTableCell(words), reader, new Money(line.totalMinor(), currency)));
        }
        var sum = new NativeTableHeaderCell(reader.text("portalinvoicing.lines.total"));
        sum.getElement().setAttribute("scope", "row");
        table.getFoot().add(row(sum, reader, invoice.summary().total()));
        var card = new Div(table);
        card.addClassNames("dm-card", "dm-card--flush");
        add(head, card);
    }

    private static Div times(Reader reader, DraftInvoice.Line line, Money unit) {
        var quantity = BigDecimal.valueOf(line.quantity(), QUANTITY_DECIMALS).stripTrailingZeros();
        var times =
                new Div(reader.formats().number(quantity, Math.max(0, quantity.scale())) + " × " + reader.money(unit));
        times.addClassNames("dm-quiet", "dm-small");
        return times;
    }

    private static NativeTableRow row(com.vaadin.flow.component.Component name, Reader reader, Money amount) {
        var end = new NativeTableCell(new AmountText(reader.formats(), amount));
        end.addClassName("dm-end");
        var row = new NativeTableRow();
        row.add(name, end);
        return row;
    }
}
