package com.duemate.tenantportal.insights;

import com.duemate.platform.insights.Dashboards;
import com.duemate.platform.insights.Dashboards.Figures;
import com.duemate.platform.invoicing.Invoices;
import com.duemate.platform.invoicing.Invoices.InvoiceQuery;
import com.duemate.platform.reminders.Plans;
import com.duemate.tenantportal.invoicing.InvoicingNavigation;
import com.duemate.tenantportal.look.AmountText;
import com.duemate.tenantportal.look.Drawing;
import com.duemate.tenantportal.look.EmptyState;
import com.duemate.tenantportal.look.FilterChips;
import com.duemate.tenantportal.look.PageHeader;
import com.duemate.tenantportal.look.Sign;
import com.duemate.tenantportal.look.WorkRow;
import com.duemate.tenantportal.reminders.RemindersNavigation;
import com.duemate.tenantportal.shell.LiveScreens;
import com.duemate.tenantportal.shell.PortalLayout;
import com.duemate.tenantportal.shell.Reader;
import com.duemate.tenantportal.shell.Readers;
import com.duemate.tenantportal.shell.Ways;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What needs somebody today, how the money stands, and what goes out next; changes as things happen. */
@Route(value = InsightsNavigation.ROUTE, layout = PortalLayout.class)
@RolesAllowed("SPECIALIST")
class HomeView extends Main implements HasDynamicTitle, AfterNavigationObserver {

    private final Dashboards dashboards;
    private final Attention attention;
    private final Plans plans;
    private final Invoices invoices;
    private final RemindersNavigation reminders;
    private final Readers readers;
    private final PageHeader header;
    private final Div body = new Div();
    private @Nullable Currency currency;

    HomeView(
            Dashboards dashboards,
            Attention attention,
            Plans plans,
            Invoices invoices,
            RemindersNavigation reminders,
            Readers readers,
            LiveScreens live) {
        this.dashboards = dashboards;
        this.attention = attention;
        this.plans = plans;
        this.invoices = invoices;
        this.reminders = reminders;
        this.readers = readers;
        addClassName("dm-view");
        body.addClassName("dm-stack");
        header = header();
        add(header, body);
        live.follow(this, this::load);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("portalhome.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        load();
    }

    private void load() {
        var reader = readers.current();
        header.below(new Span(reader.formats().dateInFull(reader.today())));
        body.removeAll();
        reminders.notice(reader, this::load).ifPresent(body::add);
        if (invoices.list(InvoiceQuery.all(1)).items().isEmpty()) {
            body.add(emptyState());
            return;
        }
        var board = dashboards.current();
        var figures = board.currencies().stream()
                .filter(one -> one.outstanding().currency().equals(currency))
                .findFirst()
                .orElse(board.currencies().getFirst());
        var today = new Div(attention(reader), new UpcomingCard(reader, plans));
        today.addClassName("dm-columns");
        var charts = new Div(new AgeingCard(reader, figures), new CollectedCard(reader, figures));
        charts.addClassName("dm-halves");
        if (board.currencies().size() > 1) {
            body.add(currencies(board.currencies(), figures));
        }
        body.add(new FigureTiles(reader, figures), today, charts);
    }

    private Section attention(Reader reader) {
        var items = attention.of(reader);
        var card = new Div();
        card.addClassNames("dm-card", "dm-card--flush");
        if (items.isEmpty()) {
            card.add(new EmptyState(Drawing.DONE, getTranslation("portalhome.attention.none")));
        } else {
            var rows = new UnorderedList();
            rows.addClassName("dm-rows");
            items.forEach(item -> rows.add(row(reader, item)));
            card.add(rows);
        }
        return section("portalhome.attention.title", card);
    }

    private WorkRow row(Reader reader, Attention.Item item) {
        Component amount = item.amount() == null ? null : new AmountText(reader.formats(), item.amount());
        return new WorkRow(
                item.tone(),
                item.text(),
                amount,
                getTranslation("portalhome.attention.open"),
                () -> Ways.go(this, item.route()));
    }

    private FilterChips<Currency> currencies(List<Figures> all, Figures shown) {
        var chips = new FilterChips<Currency>(getTranslation("portalhome.currency"), chosen -> {
            currency = chosen;
            load();
        });
        all.forEach(one ->
                chips.chip(one.outstanding().currency(), one.outstanding().currencyCode()));
        chips.choose(shown.outstanding().currency());
        return chips;
    }

    private PageHeader header() {
        var create = new Button(
                getTranslation("portalinvoicing.list.create"),
                Sign.PLUS.create(),
                _ -> Ways.go(this, InvoicingNavigation.create()));
        create.getElement().setAttribute("data-key", "n");
        return new PageHeader(getTranslation("portalhome.title")).primary(create);
    }

    private Div emptyState() {
        var create = new Button(
                getTranslation("portalinvoicing.list.create"), _ -> Ways.go(this, InvoicingNavigation.create()));
        var empty = new EmptyState(
                Drawing.INVOICES,
                getTranslation("portalhome.empty"),
                new Button(getTranslation("portalhome.import"), Sign.UPLOAD.create(), _ -> Ways.go(this, "imports")));
        empty.add(create);
        return empty;
    }

    private Section section(String key, Component content) {
        var head = new Div(new H2(getTranslation(key)));
        head.addClassName("dm-section__head");
        var section = new Section(head, content);
        section.addClassName("dm-section");
        return section;
    }
}
