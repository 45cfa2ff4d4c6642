package com.duemate.tenantportal.imports;

import com.duemate.platform.imports.ImportDetails;
import com.duemate.platform.imports.ImportRow;
import com.duemate.platform.imports.Imports;
import com.duemate.platform.imports.Imports.RowQuery;
import com.duemate.platform.imports.RowVerdict;
import com.duemate.tenantportal.look.Drawing;
import com.duemate.tenantportal.look.EmptyState;
import com.duemate.tenantportal.look.FilterChips;
import com.duemate.tenantportal.look.Sign;
import com.duemate.tenantportal.shell.KeysetPages;
import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.util.Optional;

/** The file row by row: what is new, what changes from what to what, what is refused and why. */
class RowsCard extends Section {

    private final Imports imports;
    private final Reader reader;
    private final ImportDetails details;
    private final Grid<ImportRow> grid = new Grid<>();
    private final Div list = new Div();

    /** Ways to see the rows. */
    private enum Show {
        ALL,
        NEW,
        CHANGED,
        UNCHANGED,
        REFUSED;

        Optional<RowVerdict> verdict() {
            return this == ALL ? Optional.empty() : Optional.of(RowVerdict.valueOf(name()));
        }
    }

    RowsCard(Imports imports, Reader reader, ImportDetails details, Optional<RowVerdict> first) {
        this.imports = imports;
        this.reader = reader;
        this.details = details;
        addClassNames("dm-section", "dm-section--list");
        var chips = new FilterChips<Show>(reader.text("portalimports.rows.filter"), this::show);
        for (var one : Show.values()) {
            chips.chip(one, reader.text("portalimports.rows.show." + one));
            chips.count(
                    one,
                    reader.formats()
                            .number(one.verdict()
                                    .map(verdict -> ImportWords.count(details, verdict))
                                    .orElse(details.counts().rows())));
        }
        var chosen = first.map(verdict -> Show.valueOf(verdict.name())).orElse(Show.ALL);
        chips.choose(chosen);
        var bar = new Div(chips);
        bar.addClassName("dm-toolbar");
        add(customers(), bar);
        if (details.counts().rejected() > 0) {
            add(refused());
        }
        grid.addComponentColumn(row -> new RowLine(reader, row));
        grid.addThemeVariants(GridVariant.NO_ROW_BORDERS);
        grid.addClassName("dm-rowlines");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.getElement().setAttribute("aria-label", reader.text("portalimports.rows.filter"));
        add(list);
        show(chosen);
    }

    private void show(Show which) {
        var verdict = which.verdict().orElse(null);
        list.removeAll();
        if (imports.rows(details.id(), new RowQuery(verdict, 1, null)).items().isEmpty()) {
            list.add(new EmptyState(Drawing.DONE, reader.text("portalimports.rows.none." + which)));
            return;
        }
        list.add(grid);
        KeysetPages.show(grid, (limit, cursor) -> imports.rows(details.id(), new RowQuery(verdict, limit, cursor)));
    }

    private Span customers() {
        var counts = details.counts();
        var words = new Span(
                reader.text("portalimports.rows.customers", counts.customersCreated(), counts.customersUpdated()));
        words.addClassName("dm-quiet");
        words.setVisible(counts.customersCreated() + counts.customersUpdated() > 0);
        return words;
    }

    private Div refused() {
        var words = new Span(
                reader.text("portalimports.rows.refused", details.counts().rejected()));
        var link = new Anchor((DownloadHandler) this::writeRefused, reader.text("portalimports.rows.download"));
        var line = new Div(Sign.ALERT.create(), words, link);
        line.addClassName("dm-note");
        return line;
    }

    private void writeRefused(DownloadEvent event) throws IOException {
        var name = details.fileName().replaceFirst("\\.[^.]{1,5}$", "");
        event.setFileName(reader.text("portalimports.rows.downloadName", name) + ".csv");
        event.setContentType("text/csv; charset=utf-8");
        try (var out = event.getOutputStream()) {
            imports.writeRefused(details.id(), reader.formats().locale(), out);
        }
    }
}
