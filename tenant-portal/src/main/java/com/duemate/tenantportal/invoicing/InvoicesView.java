package com.duemate.tenantportal.invoicing;

import com.duemate.platform.insights.Dashboards;
import com.duemate.platform.insights.Dashboards.Figures;
import com.duemate.platform.invoicing.InvoiceSummary;
import com.duemate.platform.invoicing.Invoices;
import com.duemate.tenantportal.invoicing.InvoicingNavigation.Show;
import com.duemate.tenantportal.look.AmountText;
import com.duemate.tenantportal.look.DateText;
import com.duemate.tenantportal.look.Drawing;
import com.duemate.tenantportal.look.EmptyState;
import com.duemate.tenantportal.look.FilterChips;
import com.duemate.tenantportal.look.ListRow;
import com.duemate.tenantportal.look.PageHeader;
import com.duemate.tenantportal.look.PhoneRows;
import com.duemate.tenantportal.look.Sign;
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
import com.vaadin.flow.component.html.Anchor;
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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

@Route(value = InvoicingNavigation.ROUTE, layout = PortalLayout.class)
@RolesAllowed("SPECIALIST")
class InvoicesView extends Main implements HasDynamicTitle, AfterNavigationObserver {

    private final Invoices invoices;
    private final Dashboards dashboards;
    private final Readers readers;
    private final FilterChips<Show> chips;
    private final TextField search = new TextField();
    private final Grid<InvoiceSummary> grid = new Grid<>();
    private final Div empty = new Div();
    private @Nullable Reader reader;
    private Show show = Show.ALL;

    InvoicesView(Invoices invoices, Dashboards dashboards, Readers readers, LiveScreens live) {
        this.invoices = invoices;
        this.dashboards = dashboards;
        this.readers = readers;
        addClassNames("dm-view", "dm-view--list");
        chips = chips();
        buildSearch();
        buildGrid();
        var bar = new Div(chips, search);
        bar.addClassName("dm-toolbar");
        add(header(), bar, grid, empty);
        live.follow(this, this::refresh);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("portalinvoicing.list.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var asked = event.getLocation().getQueryParameters();
        show = asked.getSingleParameter(InvoicingNavigation.SHOW)
                .flatMap(word -> Arrays.stream(Show.values())
                        .filter(s -> s.word().equals(word))
                        .findFirst())
                .orElse(Show.ALL);
        chips.choose(show);
        search.setValue(asked.getSingleParameter(InvoicingNavigation.SEARCH).orElse(""));
        load();
    }

    private void refresh() {
        if (grid.isVisible()) {
            reader = readers.current();
            count();
            KeysetPages.refresh(grid);
        } else {
            load();
        }
    }

    private void load() {
        reader = readers.current();
        count();
        var term = search.isEmpty() ? null : search.getValue();
        var shown = show;
        boolean any = !invoices.list(shown.query(term, 1, null)).items().isEmpty();
        grid.setVisible(any);
        empty.setVisible(!any);
        if (any) {
            KeysetPages.show(grid, (limit, cursor) -> invoices.list(shown.query(term, limit, cursor)));
        } else {
            empty.removeAll();
            empty.add(emptyState());
        }
    }

    private void count() {
        var figures = dashboards.current().currencies();
        count(Show.OPEN, figures, Figures::openInvoices);
        count(Show.LATE, figures, Figures::lateInvoices);
    }

    private void count(Show chip, Iterable<Figures> figures, ToIntFunction<Figures> number) {
        int sum = 0;
        for (var one : figures) {
            sum += number.applyAsInt(one);
        }
        chips.count(chip, reader().formats().number(sum));
    }

    private void choose(Show chosen) {
        show = chosen;
        remember();
    }

    /** The list one sees stands in the address, so that it can be sent to somebody and come back to. */
    private void remember() {
        Map<String, String> asked = new LinkedHashMap<>();
        if (show != Show.ALL) {
            asked.put(InvoicingNavigation.SHOW, show.word());
        }
        if (!search.isEmpty()) {
            asked.put(InvoicingNavigation.SEARCH, search.getValue());
        }
        getUI().ifPresent(ui -> ui.navigate(InvoicesView.class, QueryParameters.simple(asked)));
    }

    private void open(InvoiceSummary invoice) {
        Ways.go(this, InvoicingNavigation.invoice(invoice.id()));
    }

    private PageHeader header() {
        var create = new Button(
                getTranslation("portalinvoicing.list.create"),
                Sign.PLUS.create(),
                _ -> Ways.go(this, InvoicingNavigation.create()));
        create.getElement().setAttribute("data-key", "n");
        return new PageHeader(getTranslation("portalinvoicing.list.title")).primary(create);
    }

    private FilterChips<Show> chips() {
        var all = new FilterChips<Show>(getTranslation("portalinvoicing.list.filter"), this::choose);
        for (var way : Show.values()) {
            all.chip(way, getTranslation("portalinvoicing.show." + way.name()));
        }
        return all;
    }

    private void buildSearch() {
        search.setPlaceholder(getTranslation("portalinvoicing.list.search"));
        search.setAriaLabel(getTranslation("portalinvoicing.list.search"));
        search.setPrefixComponent(Sign.SEARCH.create());
        search.setClearButtonVisible(true);
        search.addClassName("dm-find");
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addClassName("dm-toolbar__end");
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                remember();
            }
        });
    }

    private void buildGrid() {
        column(this::number, "number").setFlexGrow(0).setWidth("11.5rem");
        grid.addColumn(InvoiceSummary::customerName)
                .setHeader(getTranslation("portalinvoicing.column.customer"))
                .setFlexGrow(2);
        column(invoice -> InvoicingNavigation.badge(reader(), invoice), "status")
                .setFlexGrow(0)
                .setWidth("10rem");
        column(invoice -> new DateText(reader().when(invoice.issuedOn())), "issued");
        column(invoice -> new DateText(reader().when(invoice.dueOn())), "due");
        column(invoice -> new AmountText(reader().formats(), invoice.total()), "total")
                .setTextAlign(ColumnTextAlign.END);
        column(this::openAmount, "open").setTextAlign(ColumnTextAlign.END);
        PhoneRows.offer(grid, this::row);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addItemClickListener(click -> open(click.getItem()));
        grid.getElement().setAttribute("aria-label", getTranslation("portalinvoicing.list.title"));
        grid.addClassName("dm-grid");
    }

    private Grid.Column<InvoiceSummary> column(
            com.vaadin.flow.function.ValueProvider<InvoiceSummary, ? extends Component> cell, String name) {
        return grid.addComponentColumn(cell::apply).setHeader(getTranslation("portalinvoicing.column." + name));
    }

    private Anchor number(InvoiceSummary invoice) {
        var link = new Anchor(
                InvoicingNavigation.invoice(invoice.id()),
                invoice.number().isBlank() ? InvoicingNavigation.name(reader(), invoice) : invoice.number());
        link.addClassName("dm-grid__link");
        return link;
    }

    private Component openAmount(InvoiceSummary invoice) {
        if (!invoice.status().isOpen()) {
            return new Span();
        }
        var amount = new AmountText(reader().formats(), invoice.open());
        return invoice.daysLate() > 0 ? amount.late() : amount;
    }

    private ListRow row(InvoiceSummary invoice) {
        var number = new Span(invoice.number());
        number.setVisible(!invoice.number().isBlank());
        return new ListRow(
                        InvoicingNavigation.invoice(invoice.id()),
                        invoice.customerName(),
                        new AmountText(
                                reader().formats(), invoice.status().isOpen() ? invoice.open() : invoice.total()))
                .more(number, InvoicingNavigation.badge(reader(), invoice))
                .when(new DateText(reader().when(invoice.dueOn())));
    }

    private EmptyState emptyState() {
        if (!search.isEmpty()) {
            return new EmptyState(Drawing.SEARCH, getTranslation("portalinvoicing.list.notFound", search.getValue()));
        }
        if (show != Show.ALL) {
            return new EmptyState(Drawing.DONE, getTranslation("portalinvoicing.list.none." + show.name()));
        }
        return new EmptyState(
                Drawing.INVOICES,
                getTranslation("portalinvoicing.list.empty"),
                new Button(
                        getTranslation("portalinvoicing.list.create"),
                        _ -> Ways.go(this, InvoicingNavigation.create())));
    }

    private Reader reader() {
        if (reader == null) {
            reader = readers.current();
        }
        return reader;
    }
}
