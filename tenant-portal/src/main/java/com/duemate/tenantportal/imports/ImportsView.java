package com.duemate.tenantportal.imports;

import com.duemate.platform.imports.ImportDetails;
import com.duemate.platform.imports.ImportId;
import com.duemate.platform.imports.Imports;
import com.duemate.tenantportal.look.DateText;
import com.duemate.tenantportal.look.Drawing;
import com.duemate.tenantportal.look.EmptyState;
import com.duemate.tenantportal.look.FileDrop;
import com.duemate.tenantportal.look.ListRow;
import com.duemate.tenantportal.look.PageHeader;
import com.duemate.tenantportal.look.PhoneRows;
import com.duemate.tenantportal.shell.KeysetPages;
import com.duemate.tenantportal.shell.LiveScreens;
import com.duemate.tenantportal.shell.Notice;
import com.duemate.tenantportal.shell.PortalLayout;
import com.duemate.tenantportal.shell.Reader;
import com.duemate.tenantportal.shell.Readers;
import com.duemate.themes.StyleSheets;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A place to drop a file, and the files that came before. */
@Route(value = ImportsNavigation.ROUTE, layout = PortalLayout.class)
@RolesAllowed("MANAGER")
@StyleSheet(StyleSheets.ROOMS)
class ImportsView extends Main implements AfterNavigationObserver, HasDynamicTitle {

    private static final int MEBIBYTES = (int) (Imports.MAX_BYTES >> 20);

    private final Imports imports;
    private final Readers readers;
    private final Grid<ImportDetails> grid = new Grid<>();
    private final Section past = new Section();
    private @Nullable Reader reader;
    private volatile @Nullable ImportId arrived;

    ImportsView(Imports imports, Readers readers, LiveScreens live) {
        this.imports = imports;
        this.readers = readers;
        addClassNames("dm-view", "dm-view--list", "dm-view--wide");
        var drop = new FileDrop(
                getTranslation("portalimports.list.choose"),
                getTranslation("portalimports.list.drop", MEBIBYTES),
                MEBIBYTES,
                this::take,
                ".csv",
                ".tsv",
                ".txt",
                ".xlsx");
        drop.addClassName("dm-drop--large");
        drop.onTaken(this::open);
        drop.addFileRejectedListener(event -> Notice.refused(event.getErrorMessage()));
        buildGrid();
        past.addClassNames("dm-section", "dm-section--list");
        add(new PageHeader(getPageTitle()).below(new Span(getTranslation("portalimports.list.sub"))), drop, past);
        live.follow(this, this::load);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("portalimports.list.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        load();
    }

    private void load() {
        reader = readers.current();
        past.removeAll();
        if (imports.list(List.of(), 1, null).items().isEmpty()) {
            past.add(new EmptyState(Drawing.IMPORT, getTranslation("portalimports.list.empty")));
            return;
        }
        var head = new Div(new H2(getTranslation("portalimports.list.past")));
        head.addClassName("dm-section__head");
        past.add(head, grid);
        KeysetPages.show(grid, (limit, cursor) -> imports.list(List.of(), limit, cursor));
    }

    /** While the file arrives, on the thread of its request. */
    private void take(String fileName, InputStream bytes) throws IOException {
        arrived = imports.start(new Imports.Upload(fileName, bytes, false, Map.of()));
    }

    private void open() {
        var id = arrived;
        if (id != null) {
            getUI().ifPresent(ui -> ui.navigate(ImportsNavigation.of(id)));
        }
    }

    private void buildGrid() {
        grid.addComponentColumn(ImportsView::name)
                .setHeader(getTranslation("portalimports.column.file"))
                .setFlexGrow(2);
        grid.addComponentColumn(one -> new DateText(reader().when(one.startedAt())))
                .setHeader(getTranslation("portalimports.column.started"));
        grid.addComponentColumn(one -> ImportWords.badge(reader(), one.state()))
                .setHeader(getTranslation("portalimports.column.state"))
                .setFlexGrow(0)
                .setWidth("11rem");
        grid.addColumn(one -> reader().formats().number(one.counts().rows()))
                .setHeader(getTranslation("portalimports.column.rows"))
                .setTextAlign(ColumnTextAlign.END)
                .setFlexGrow(0)
                .setWidth("7rem");
        grid.addColumn(one -> ImportWords.sum(reader(), one))
                .setHeader(getTranslation("portalimports.column.sum"))
                .setFlexGrow(2);
        PhoneRows.offer(grid, this::row);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addItemClickListener(click -> getUI().ifPresent(
                        ui -> ui.navigate(ImportsNavigation.of(click.getItem().id()))));
        grid.getElement().setAttribute("aria-label", getTranslation("portalimports.list.past"));
        grid.addClassName("dm-grid");
    }

    private static Anchor name(ImportDetails one) {
        var link = new Anchor(ImportsNavigation.of(one.id()), one.fileName());
        link.addClassName("dm-grid__link");
        return link;
    }

    private ListRow row(ImportDetails one) {
        return new ListRow(ImportsNavigation.of(one.id()), one.fileName(), ImportWords.badge(reader(), one.state()))
                .more(new Span(ImportWords.sum(reader(), one)))
                .when(new DateText(reader().when(one.startedAt())));
    }

    private Reader reader() {
        if (reader == null) {
            reader = readers.current();
        }
        return reader;
    }
}
