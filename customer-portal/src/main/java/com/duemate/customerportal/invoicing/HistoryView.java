package com.duemate.customerportal.invoicing;

import com.duemate.customerportal.parts.Amount;
import com.duemate.customerportal.parts.Header;
import com.duemate.customerportal.parts.Nothing;
import com.duemate.customerportal.parts.Row;
import com.duemate.customerportal.parts.Rows;
import com.duemate.customerportal.shell.MyLayout;
import com.duemate.customerportal.shell.MyReaders;
import com.duemate.customerportal.shell.MyScreens;
import com.duemate.platform.arrangements.OwnArrangements;
import com.duemate.platform.invoicing.OwnInvoices;
import com.duemate.platform.payments.OwnPayments;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;

/** All one was ever invoiced, newest first. */
@Route(value = "my/history", layout = MyLayout.class)
@RolesAllowed("CUSTOMER")
class HistoryView extends Main implements HasDynamicTitle, AfterNavigationObserver {

    private final OwnInvoices invoices;
    private final OwnPayments payments;
    private final OwnArrangements arrangements;
    private final MyReaders readers;

    HistoryView(
            OwnInvoices invoices,
            OwnPayments payments,
            OwnArrangements arrangements,
            MyReaders readers,
            MyScreens live) {
        this.invoices = invoices;
        this.payments = payments;
        this.arrangements = arrangements;
        this.readers = readers;
        addClassNames("dm-view", "dm-view--form");
        live.follow(this, this::load);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("my.history.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        load();
    }

    private void load() {
        var reader = readers.current();
        var items = OpenItems.load(invoices, payments, arrangements);
        var all = invoices.list();
        removeAll();
        add(new Header(reader.text("my.history.title")));
        if (all.isEmpty()) {
            add(new Nothing("invoices", reader.text("my.history.nothing")));
            return;
        }
        var rows = new Rows(reader.text("my.history.title"));
        for (var invoice : all) {
            rows.row(new Row(
                            "my/invoices/" + invoice.id(),
                            reader.text("my.invoice", Map.of("number", invoice.number())),
                            new Amount(reader.money(invoice.total())))
                    .within()
                    .more(InvoiceBadges.of(reader, invoice, !items.payable(invoice), items.arranged(invoice.id())))
                    .when(reader.date(invoice.issuedOn())));
        }
        add(rows);
    }
}
