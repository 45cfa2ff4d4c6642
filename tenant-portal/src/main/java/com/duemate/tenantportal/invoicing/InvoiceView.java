package com.duemate.tenantportal.invoicing;

import com.duemate.platform.invoicing.InvoiceDetails;
import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.InvoiceSummary;
import com.duemate.platform.invoicing.Invoices;
import com.duemate.tenantportal.customers.CustomersNavigation;
import com.duemate.tenantportal.look.AmountText;
import com.duemate.tenantportal.look.CompanyChip;
import com.duemate.tenantportal.look.Drawing;
import com.duemate.tenantportal.look.EmptyState;
import com.duemate.tenantportal.look.PageHeader;
import com.duemate.tenantportal.shell.LiveScreens;
import com.duemate.tenantportal.shell.PortalLayout;
import com.duemate.tenantportal.shell.Reader;
import com.duemate.tenantportal.shell.Readers;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One invoice: what it is, what happened to it, what comes next, and what one can do. */
@Route(value = InvoicingNavigation.ROUTE + "/:invoice", layout = PortalLayout.class)
@RolesAllowed("SPECIALIST")
class InvoiceView extends Main implements HasDynamicTitle, BeforeEnterObserver {

    private final Invoices invoices;
    private final InvoiceTrace trace;
    private final InvoiceActions actions;
    private final Readers readers;
    private @Nullable InvoiceId id;
    private @Nullable InvoiceDetails shown;
    private @Nullable LocalDate shownOn;
    private List<InvoiceTrace.Entry> shownTrace = List.of();
    private String title = "";

    InvoiceView(Invoices invoices, InvoiceTrace trace, InvoiceActions actions, Readers readers, LiveScreens live) {
        this.invoices = invoices;
        this.trace = trace;
        this.actions = actions;
        this.readers = readers;
        addClassName("dm-view");
        live.follow(this, this::refresh);
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

    /** What is shown stays as it is, with whatever is open on it, unless it changed. */
    private void refresh() {
        var reader = readers.current();
        var found = Optional.ofNullable(id).flatMap(invoices::find);
        if (!found.equals(Optional.ofNullable(shown))
                || !reader.today().equals(shownOn)
                || found.isPresent() && !trace.of(found.get().summary(), reader).equals(shownTrace)) {
            load();
        }
    }

    private void load() {
        removeAll();
        var found = Optional.ofNullable(id).flatMap(invoices::find);
        shown = found.orElse(null);
        if (found.isEmpty()) {
            title = getTranslation("portalinvoicing.page.unknownTitle");
            add(new PageHeader(title).back(getTranslation("portalinvoicing.list.title"), InvoicingNavigation.ROUTE));
            add(new EmptyState(Drawing.SEARCH, getTranslation("portalinvoicing.page.unknown")));
            return;
        }
        var reader = readers.current();
        var invoice = found.get();
        shownOn = reader.today();
        shownTrace = trace.of(invoice.summary(), reader);
        title = InvoicingNavigation.name(reader, invoice.summary());
        var aside = new Div(facts(reader, invoice.summary()), new LinesCard(reader, invoice));
        aside.addClassName("dm-stack");
        var body = new Div(traceSection(reader), aside);
        body.addClassName("dm-columns");
        add(header(reader, invoice), sum(reader, invoice.summary()), body);
    }

    private PageHeader header(Reader reader, InvoiceDetails details) {
        var invoice = details.summary();
        var header = new PageHeader(title)
                .back(getTranslation("portalinvoicing.list.title"), InvoicingNavigation.ROUTE)
                .beside(InvoicingNavigation.badge(reader, invoice));
        var chip = CompanyChip.opening(CustomersNavigation.customer(invoice.customer()), invoice.customerName());
        if (invoice.subject() != null) {
            chip.detail(invoice.subject());
        }
        header.below(chip);
        var offered = actions.on(details, reader, this::load);
        offered.primary().ifPresent(header::primary);
        offered.quiet().forEach(header::quiet);
        return header;
    }

    /** How much, and since or until when. */
    private static Div sum(Reader reader, InvoiceSummary invoice) {
        boolean owed = invoice.status().isOpen();
        var amount = new AmountText(reader.formats(), owed ? invoice.open() : invoice.total()).large();
        if (invoice.daysLate() > 0) {
            amount.late();
        }
        var words = new Span();
        words.addClassName("dm-quiet");
        words.setText(
                switch (InvoiceState.of(reader.today(), invoice)) {
                    case DRAFT -> reader.text("portalinvoicing.sum.draft");
                    case PAID ->
                        reader.text(
                                "portalinvoicing.sum.paid",
                                reader.date(
                                        Optional.ofNullable(invoice.paidOn()).orElse(invoice.dueOn())));
                    case VOID -> reader.text("portalinvoicing.sum.void");
                    case WRITTEN_OFF -> reader.text("portalinvoicing.sum.writtenOff");
                    case LATE ->
                        reader.text("portalinvoicing.sum.late", reader.date(invoice.dueOn()), invoice.daysLate());
                    case OPEN, SOON, PARTLY ->
                        reader.text(
                                "portalinvoicing.sum.due",
                                reader.date(invoice.dueOn()),
                                reader.when(invoice.dueOn()).text());
                });
        var sum = new Div(amount, words);
        if (owed && !invoice.open().equals(invoice.total())) {
            sum.add(quiet(reader.text("portalinvoicing.sum.of", reader.money(invoice.total()))));
        }
        sum.addClassName("dm-sum");
        return sum;
    }

    private Section traceSection(Reader reader) {
        var section = new Section(heading("portalinvoicing.page.trace"));
        section.addClassName("dm-section");
        var card = new Div(new TraceTimeline(reader, shownTrace));
        card.addClassName("dm-card");
        section.add(card);
        return section;
    }

    private Section facts(Reader reader, InvoiceSummary invoice) {
        var list = new DescriptionList();
        list.addClassName("dm-facts");
        fact(list, "issued", new Span(reader.formats().date(invoice.issuedOn())));
        fact(list, "due", new Span(reader.formats().date(invoice.dueOn())));
        fact(list, "total", new AmountText(reader.formats(), invoice.total()));
        fact(list, "paid", new AmountText(reader.formats(), invoice.total().minus(invoice.open())));
        var card = new Div(list);
        card.addClassName("dm-card");
        var section = new Section(heading("portalinvoicing.page.facts"));
        section.addClassName("dm-section");
        var standing = actions.standing(invoice, reader, this::load);
        if (standing.getComponentCount() > 0) {
            section.add(standing);
        }
        section.add(card);
        return section;
    }

    private void fact(DescriptionList list, String name, Component value) {
        list.add(new DescriptionList.Term(getTranslation("portalinvoicing.fact." + name)));
        var description = new DescriptionList.Description();
        description.add(value);
        list.add(description);
    }

    private Div heading(String key) {
        var head = new Div(new H2(getTranslation(key)));
        head.addClassName("dm-section__head");
        return head;
    }

    private static Span quiet(String text) {
        var words = new Span(text);
        words.addClassName("dm-quiet");
        return words;
    }

    static Optional<InvoiceId> parse(String text) {
        try {
            return Optional.of(InvoiceId.of(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
