package com.duemate.customerportal.invoicing;

import com.duemate.customerportal.parts.Amount;
import com.duemate.customerportal.parts.Header;
import com.duemate.customerportal.parts.Nothing;
import com.duemate.customerportal.shell.MyLayout;
import com.duemate.customerportal.shell.MyReaders;
import com.duemate.customerportal.shell.MyScreens;
import com.duemate.customerportal.shell.Reader;
import com.duemate.platform.arrangements.OwnArrangements;
import com.duemate.platform.invoicing.InvoiceDetails;
import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.InvoiceSummary;
import com.duemate.platform.invoicing.OwnInvoices;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.payments.OwnPayments;
import com.duemate.platform.payments.OwnPayments.Origin;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One invoice: what it is for, how it stands, and what one can say about it. */
@Route(value = "my/invoices/:invoice", layout = MyLayout.class)
@RolesAllowed("CUSTOMER")
class InvoiceView extends Main implements HasDynamicTitle, BeforeEnterObserver {

    private final OwnInvoices invoices;
    private final OwnPayments payments;
    private final OwnArrangements arrangements;
    private final MyReaders readers;
    private @Nullable InvoiceId id;
    private String title = "";

    InvoiceView(
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
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters()
                .get("invoice")
                .flatMap(InvoiceView::parse)
                .orElse(null);
        load();
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void load() {
        removeAll();
        var reader = readers.current();
        var found = Optional.ofNullable(id).flatMap(invoices::find);
        if (found.isEmpty()) {
            title = reader.text("my.unknown.title");
            add(new Header(title).back(reader.text("my.open.title"), "my"));
            add(new Nothing("search", reader.text("my.unknown.text")));
            return;
        }
        var details = found.get();
        var invoice = details.summary();
        var items = OpenItems.load(invoices, payments, arrangements);
        title = reader.text("my.invoice", Map.of("number", invoice.number()));
        var amount = new Amount(reader.money(invoice.status().isOpen() ? invoice.open() : invoice.total())).large();
        add(header(reader, invoice, items), amount, new InvoiceSheet(reader, details));
        if (invoice.status().isOpen()) {
            add(says(reader, details));
        }
    }

    private Header header(Reader reader, InvoiceSummary invoice, OpenItems items) {
        var header = new Header(title)
                .back(reader.text("my.open.title"), "my")
                .beside(InvoiceBadges.of(reader, invoice, !items.payable(invoice), items.arranged(invoice.id())))
                .action(paper(reader, invoice));
        if (invoice.status().isOpen() && items.payable(invoice)) {
            header.primary(new Button(
                    reader.text("my.pay", Map.of("amount", reader.money(invoice.open()))), _ -> pay(invoice)));
        }
        return header;
    }

    private Anchor paper(Reader reader, InvoiceSummary invoice) {
        var file = DownloadHandler.fromInputStream(_ -> invoices.pdf(invoice.id())
                .map(pdf -> new DownloadResponse(
                        new ByteArrayInputStream(pdf),
                        invoice.number().replaceAll("[^\\p{L}\\p{N}._-]", "_") + ".pdf",
                        "application/pdf",
                        pdf.length))
                .orElseGet(() -> DownloadResponse.error(404)));
        var link = new Anchor(file, "");
        link.add(new Button(reader.text("my.download")));
        return link;
    }

    private Div says(Reader reader, InvoiceDetails details) {
        var about = List.of(details.summary().id());
        var promise = new Button(
                reader.text("my.promise.title"),
                _ -> new PromiseDialog(reader, day -> arrangements.promise(Ids.next(), about, day)).open());
        var dispute = new Button(
                reader.text("my.dispute.title"),
                _ -> new DisputeDialog(reader, reason -> arrangements.dispute(Ids.next(), about, reason)).open());
        var both = new Div(promise, dispute);
        both.addClassName("dm-toolbar");
        return both;
    }

    private void pay(InvoiceSummary invoice) {
        var request = Ids.next();
        payments.request(request, List.of(invoice.id()), Origin.PORTAL);
        getUI().ifPresent(ui -> ui.navigate("my/pay/" + request));
    }

    private static Optional<InvoiceId> parse(String text) {
        try {
            return Optional.of(new InvoiceId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
