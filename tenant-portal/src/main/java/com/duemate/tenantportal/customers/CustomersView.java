package com.duemate.tenantportal.customers;

import com.duemate.platform.customers.CustomerDetails;
import com.duemate.platform.customers.Customers;
import com.duemate.platform.customers.Customers.CustomerQuery;
import com.duemate.platform.invoicing.Invoices;
import com.duemate.platform.kernel.Page;
import com.duemate.tenantportal.look.AmountText;
import com.duemate.tenantportal.look.CompanyChip;
import com.duemate.tenantportal.look.Drawing;
import com.duemate.tenantportal.look.EmptyState;
import com.duemate.tenantportal.look.ListRow;
import com.duemate.tenantportal.look.PageHeader;
import com.duemate.tenantportal.look.PhoneRows;
import com.duemate.tenantportal.look.Sign;
import com.duemate.tenantportal.look.StatusBadge;
import com.duemate.tenantportal.look.Tone;
import com.duemate.tenantportal.shell.KeysetPages;
import com.duemate.tenantportal.shell.LiveScreens;
import com.duemate.tenantportal.shell.PortalLayout;
import com.duemate.tenantportal.shell.Reader;
import com.duemate.tenantportal.shell.Readers;
import com.duemate.tenantportal.shell.Ways;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@Route(value = CustomersNavigation.ROUTE, layout = PortalLayout.class)
@RolesAllowed("SPECIALIST")
class CustomersView extends Main implements HasDynamicTitle, AfterNavigationObserver {

    private final Customers customers;
    private final Invoices invoices;
    private final Readers readers;
    private final TextField search = new TextField();
    private final Grid<Debtor> grid = new Grid<>();
    private final Div empty = new Div();
    private @Nullable Reader reader;

    CustomersView(Customers customers, Invoices invoices, Readers readers, LiveScreens live) {
        this.customers = customers;
        this.invoices = invoices;
        this.readers = readers;
        addClassNames("dm-view", "dm-view--list");
        buildSearch();
        buildGrid();
        var bar = new Div(search);
        bar.addClassName("dm-toolbar");
        add(header(), bar, grid, empty);
        live.follow(this, this::refresh);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("portalcustomers.list.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        search.setValue(event.getLocation()
                .getQueryParameters()
                .getSingleParameter(CustomersNavigation.SEARCH)
                .orElse(""));
        load();
    }

    private void refresh() {
        if (grid.isVisible()) {
            reader = readers.current();
            KeysetPages.refresh(grid);
        } else {
            load();
        }
    }

    private void load() {
        reader = readers.current();
        var term = search.isEmpty() ? null : search.getValue();
        boolean any = !customers.list(new CustomerQuery(term, 1, null)).items().isEmpty();
        grid.setVisible(any);
        empty.setVisible(!any);
        if (any) {
            KeysetPages.show(grid, (limit, cursor) -> page(term, limit, cursor));
        } else {
            empty.removeAll();
            empty.add(emptyState());
        }
    }

    private Page<Debtor> page(@Nullable String term, int limit, @Nullable String cursor) {
        var page = customers.list(new CustomerQuery(term, limit, cursor));
        var owed = invoices.owed(page.items().stream().map(CustomerDetails::id).toList());
        return new Page<>(
                page.items().stream().map(customer -> Debtor.of(customer, owed)).toList(), page.next());
    }

    private void remember() {
        Map<String, String> asked = search.isEmpty() ? Map.of() : Map.of(CustomersNavigation.SEARCH, search.getValue());
        getUI().ifPresent(ui -> ui.navigate(CustomersView.class, QueryParameters.simple(asked)));
    }

    private PageHeader header() {
        var create = new Button(getTranslation("portalcustomers.list.create"), Sign.PLUS.create(), _ -> create());
        create.getElement().setAttribute("data-key", "n");
        return new PageHeader(getTranslation("portalcustomers.list.title")).primary(create);
    }

    private void create() {
        Ways.go(this, CustomersNavigation.create());
    }

    private void buildSearch() {
        search.setPlaceholder(getTranslation("portalcustomers.list.search"));
        search.setAriaLabel(getTranslation("portalcustomers.list.search"));
        search.setPrefixComponent(Sign.SEARCH.create());
        search.setClearButtonVisible(true);
        search.addClassName("dm-find");
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                remember();
            }
        });
    }

    private void buildGrid() {
        grid.addComponentColumn(this::name)
                .setHeader(getTranslation("portalcustomers.column.name"))
                .setFlexGrow(2);
        grid.addColumn(debtor -> debtor.customer().email())
                .setHeader(getTranslation("portalcustomers.column.email"))
                .setFlexGrow(2);
        grid.addColumn(debtor ->
                        debtor.invoices() == 0 ? "" : reader().formats().number(debtor.invoices()))
                .setHeader(getTranslation("portalcustomers.column.invoices"))
                .setTextAlign(ColumnTextAlign.END)
                .setFlexGrow(0)
                .setWidth("10rem");
        grid.addComponentColumn(debtor -> amounts(debtor, true))
                .setHeader(getTranslation("portalcustomers.column.late"))
                .setTextAlign(ColumnTextAlign.END);
        grid.addComponentColumn(debtor -> amounts(debtor, false))
                .setHeader(getTranslation("portalcustomers.column.open"))
                .setTextAlign(ColumnTextAlign.END);
        PhoneRows.offer(grid, this::row);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addItemClickListener(click -> Ways.go(
                this, CustomersNavigation.customer(click.getItem().customer().id())));
        grid.getElement().setAttribute("aria-label", getTranslation("portalcustomers.list.title"));
        grid.addClassName("dm-grid");
    }

    private Component name(Debtor debtor) {
        var customer = debtor.customer();
        var chip = CompanyChip.opening(CustomersNavigation.customer(customer.id()), customer.name());
        if (!customer.number().equals(customer.name())) {
            chip.detail(customer.number());
        }
        var name = new Div(chip, state(debtor));
        name.addClassName("dm-pair");
        return name;
    }

    private Component state(Debtor debtor) {
        return debtor.customer().holdReason() == null
                ? new Span()
                : new StatusBadge(Tone.HELD, getTranslation("portalcustomers.state.held"));
    }

    private Component amounts(Debtor debtor, boolean late) {
        var all = new Div();
        for (var owed : debtor.owed()) {
            var money = late ? owed.late() : owed.open();
            if (money.isPositive()) {
                var amount = new AmountText(reader().formats(), money);
                all.add(new Div(late ? amount.late() : amount));
            }
        }
        return all;
    }

    private ListRow row(Debtor debtor) {
        var customer = debtor.customer();
        var row = new ListRow(CustomersNavigation.customer(customer.id()), customer.name(), amounts(debtor, false));
        if (customer.holdReason() != null) {
            row.more(state(debtor));
        } else {
            row.more(new Span(customer.email() == null ? customer.number() : customer.email()));
        }
        return debtor.isLate() ? row.when(amounts(debtor, true)) : row;
    }

    private EmptyState emptyState() {
        return search.isEmpty()
                ? new EmptyState(
                        Drawing.CUSTOMERS,
                        getTranslation("portalcustomers.list.empty"),
                        new Button(getTranslation("portalcustomers.list.create"), _ -> create()))
                : new EmptyState(Drawing.SEARCH, getTranslation("portalcustomers.list.notFound", search.getValue()));
    }

    private Reader reader() {
        if (reader == null) {
            reader = readers.current();
        }
        return reader;
    }
}
