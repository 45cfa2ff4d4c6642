package com.duemate.tenantportal.imports;

import com.duemate.platform.imports.ImportDetails;
import com.duemate.platform.imports.Imports;
import com.duemate.platform.imports.Imports.Kept;
import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.tenantportal.customers.CustomersNavigation;
import com.duemate.tenantportal.invoicing.InvoicingNavigation;
import com.duemate.tenantportal.look.ItemRow;
import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

/** What an undo took back, and what it kept because somebody has built upon it. */
class UndoneCard extends Section {

    private static final int LISTED = 50;

    private final Reader reader;

    UndoneCard(Imports imports, Reader reader, ImportDetails details) {
        this.reader = reader;
        addClassName("dm-section");
        var undo = details.undo();
        var head = new Div(new H2(reader.text("portalimports.undone.title")));
        head.addClassName("dm-section__head");
        var sum = new Paragraph(reader.text("portalimports.undone.sum", undo.removed(), undo.restored(), undo.kept()));
        sum.addClassName("dm-prose");
        add(head, sum);
        if (undo.kept() > 0) {
            var kept = imports.kept(details.id(), LISTED, null).items();
            add(ItemRow.card(
                    reader.text("portalimports.undone.title"),
                    kept.stream().map(this::row).toList()));
            if (undo.kept() > kept.size()) {
                var more = new Span(reader.text("portalimports.undone.more", undo.kept() - kept.size()));
                more.addClassName("dm-quiet");
                add(more);
            }
        }
    }

    private ItemRow row(Kept kept) {
        var name = new Span(reader.text("portalimports.undone.kind." + kept.kind(), kept.number()));
        name.addClassName("dm-item__name");
        var reason = new Span(reader.text(kept.reason()));
        reason.addClassName("dm-item__more");
        var route =
                switch (kept.kind()) {
                    case CUSTOMER -> CustomersNavigation.customer(new CustomerId(kept.subject()));
                    case INVOICE -> InvoicingNavigation.invoice(new InvoiceId(kept.subject()));
                };
        return ItemRow.opening(route, new Div(name, reason));
    }
}
