package com.duemate.tenantportal.customers;

import com.duemate.platform.customers.CustomerDetails;
import com.duemate.platform.customers.Customers;
import com.duemate.platform.invoicing.Invoices;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.tenantportal.invoicing.InvoicingNavigation;
import com.duemate.tenantportal.look.AmountText;
import com.duemate.tenantportal.look.Drawing;
import com.duemate.tenantportal.look.EmptyState;
import com.duemate.tenantportal.look.PageHeader;
import com.duemate.tenantportal.look.Sign;
import com.duemate.tenantportal.look.StatusBadge;
import com.duemate.tenantportal.look.Tone;
import com.duemate.tenantportal.shell.LiveScreens;
import com.duemate.tenantportal.shell.Notice;
import com.duemate.tenantportal.shell.PortalLayout;
import com.duemate.tenantportal.shell.Reader;
import com.duemate.tenantportal.shell.Readers;
import com.duemate.tenantportal.shell.Ways;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One customer: how to reach them, what they owe, paid and were told. */
@Route(value = CustomersNavigation.ROUTE + "/:customer", layout = PortalLayout.class)
@RolesAllowed("SPECIALIST")
class CustomerView extends Main implements HasDynamicTitle, BeforeEnterObserver {

    private final Customers customers;
    private final Invoices invoices;
    private final CustomerRecords records;
    private final Readers readers;
    private @Nullable CustomerId id;
    private String title = "";

    CustomerView(Customers customers, Invoices invoices, CustomerRecords records, Readers readers, LiveScreens live) {
        this.customers = customers;
        this.invoices = invoices;
        this.records = records;
        this.readers = readers;
        addClassName("dm-view");
        live.follow(this, this::load);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters()
                .get("customer")
                .flatMap(CustomerView::parse)
                .orElse(null);
        load();
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void load() {
        removeAll();
        var found = Optional.ofNullable(id).flatMap(customers::find);
        if (found.isEmpty()) {
            title = getTranslation("portalcustomers.page.unknownTitle");
            add(
                    new PageHeader(title).back(getTranslation("portalcustomers.list.title"), CustomersNavigation.ROUTE),
                    new EmptyState(Drawing.SEARCH, getTranslation("portalcustomers.page.unknown")));
            return;
        }
        var reader = readers.current();
        var customer = found.get();
        title = customer.name();
        var aside = new Div(contact(reader, customer), records.payments(reader, customer.id()));
        aside.addClassName("dm-stack");
        var records = new Div(
                this.records.invoices(reader, customer.id()),
                this.records.messages(reader, customer.id()),
                this.records.reminders(reader, customer.id()));
        records.addClassName("dm-stack");
        var body = new Div(records, aside);
        body.addClassName("dm-columns");
        add(header(reader, customer), sum(reader, customer), body);
    }

    private PageHeader header(Reader reader, CustomerDetails customer) {
        var header = new PageHeader(customer.name())
                .back(reader.text("portalcustomers.list.title"), CustomersNavigation.ROUTE);
        if (customer.holdReason() != null) {
            header.beside(new StatusBadge(Tone.HELD, reader.text("portalcustomers.state.held")))
                    .below(new Span(reader.text("portalcustomers.page.heldFor", customer.holdReason())));
        }
        var edit = new Button(
                reader.text("portalcustomers.page.edit"),
                Sign.EDIT.create(),
                _ -> Ways.go(this, CustomersNavigation.edit(customer.id())));
        edit.getElement().setAttribute("data-key", "e");
        var hold = customer.holdReason() == null
                ? new Button(
                        reader.text("portalcustomers.hold.set"), Sign.PAUSE.create(), _ -> askHold(reader, customer))
                : new Button(reader.text("portalcustomers.hold.lift"), _ -> release(reader, customer));
        var create = new Button(
                reader.text("portalcustomers.page.invoice"),
                Sign.PLUS.create(),
                _ -> Ways.go(this, InvoicingNavigation.createFor(customer.id())));
        return header.primary(create).quiet(edit).quiet(hold);
    }

    private Div sum(Reader reader, CustomerDetails customer) {
        var sum = new Div();
        sum.addClassName("dm-sum");
        var owed = invoices.owed(List.of(customer.id()));
        for (var one : owed) {
            sum.add(new AmountText(reader.formats(), one.open()).large());
            var words = new Span(
                    one.late().isPositive()
                            ? reader.text("portalcustomers.sum.late", one.invoices(), reader.money(one.late()))
                            : reader.text("portalcustomers.sum.open", one.invoices()));
            words.addClassName("dm-quiet");
            sum.add(words);
        }
        if (owed.isEmpty()) {
            var words = new Span(reader.text("portalcustomers.sum.nothing"));
            words.addClassName("dm-quiet");
            sum.add(words);
        }
        return sum;
    }

    private com.vaadin.flow.component.html.Section contact(Reader reader, CustomerDetails customer) {
        var facts = new DescriptionList();
        facts.addClassName("dm-facts");
        if (customer.email() != null) {
            fact(facts, "email", new Anchor("mailto:" + customer.email(), customer.email()));
        }
        if (customer.phone() != null) {
            fact(facts, "phone", new Anchor("tel:" + customer.phone(), customer.phone()));
        }
        var address = customer.address();
        if (address != null) {
            var rows = new Div();
            address.rows("", reader.formats().locale()).forEach(row -> rows.add(new Div(row)));
            fact(facts, "address", rows);
        }
        var locale = reader.formats().locale();
        if (!customer.number().equals(customer.name())) {
            fact(facts, "number", new Span(customer.number()));
        }
        fact(facts, "language", new Span(customer.locale().getDisplayLanguage(locale)));
        fact(facts, "zone", new Span(customer.zone().getDisplayName(TextStyle.FULL_STANDALONE, locale)));
        fact(facts, "since", new Span(reader.formats().date(reader.day(customer.createdAt()))));
        var card = new Div(facts);
        card.addClassName("dm-card");
        return CustomerRecords.section(reader.text("portalcustomers.page.contact"), card);
    }

    private void fact(DescriptionList list, String name, com.vaadin.flow.component.Component value) {
        list.add(new DescriptionList.Term(getTranslation("portalcustomers.field." + name)));
        var description = new DescriptionList.Description();
        description.add(value);
        list.add(description);
    }

    private void askHold(Reader reader, CustomerDetails customer) {
        new HoldDialog(customer, reader, reason -> {
                    customers.hold(customer.id(), reason);
                    Notice.done(reader.text("portalcustomers.done.held", customer.name()));
                    load();
                })
                .open();
    }

    private void release(Reader reader, CustomerDetails customer) {
        customers.release(customer.id());
        Notice.done(reader.text("portalcustomers.done.released", customer.name()));
        load();
    }

    static Optional<CustomerId> parse(String text) {
        try {
            return Optional.of(CustomerId.of(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
