package com.duemate.customerportal.invoicing;

import com.duemate.customerportal.parts.Header;
import com.duemate.customerportal.parts.Nothing;
import com.duemate.customerportal.shell.MyLayout;
import com.duemate.customerportal.shell.MyReaders;
import com.duemate.customerportal.shell.MyScreens;
import com.duemate.customerportal.shell.Reader;
import com.duemate.platform.arrangements.OwnArrangements;
import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.OwnInvoices;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.payments.OwnPayments;
import com.duemate.platform.payments.OwnPayments.Origin;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one owes, with a running total, and one button to pay what is chosen. */
@Route(value = "my", layout = MyLayout.class)
@RolesAllowed("CUSTOMER")
class OpenItemsView extends Main implements HasDynamicTitle, AfterNavigationObserver {

    private final OwnInvoices invoices;
    private final OwnPayments payments;
    private final OwnArrangements arrangements;
    private final MyReaders readers;
    private @Nullable OpenItems shown;

    OpenItemsView(
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
        return getTranslation("my.open.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        load();
    }

    /** What one has chosen stays chosen while nothing of it changed. */
    private void load() {
        var items = OpenItems.load(invoices, payments, arrangements);
        if (items.equals(shown)) {
            return;
        }
        shown = items;
        var reader = readers.current();
        removeAll();
        add(header(reader, items));
        if (items.invoices().isEmpty()) {
            add(new Nothing("done", reader.text("my.open.nothing")));
        }
        items.byCurrency().keySet().forEach(currency -> add(new PayList(reader, currency, items, this::pay)));
    }

    private static Header header(Reader reader, OpenItems items) {
        var header = new Header(reader.text("my.open.title"));
        if (!items.invoices().isEmpty()) {
            var totals = items.byCurrency().entrySet().stream()
                    .map(entry -> reader.money(OpenItems.sum(entry.getKey(), entry.getValue())))
                    .collect(Collectors.joining(" + "));
            header.below(reader.text(
                    "my.open.total", Map.of("count", items.invoices().size(), "total", totals)));
        }
        return header;
    }

    private void pay(List<InvoiceId> chosen) {
        var request = Ids.next();
        payments.request(request, chosen, Origin.PORTAL);
        getUI().ifPresent(ui -> ui.navigate("my/pay/" + request));
    }
}
