package com.duemate.tenantportal.imports;

import com.duemate.platform.imports.ImportDetails;
import com.duemate.platform.imports.ImportId;
import com.duemate.platform.imports.ImportState;
import com.duemate.platform.imports.Imports;
import com.duemate.platform.imports.Imports.Outcome;
import com.duemate.platform.imports.RowVerdict;
import com.duemate.tenantportal.look.DateText;
import com.duemate.tenantportal.look.Drawing;
import com.duemate.tenantportal.look.EmptyState;
import com.duemate.tenantportal.look.PageHeader;
import com.duemate.tenantportal.shell.LiveScreens;
import com.duemate.tenantportal.shell.Notice;
import com.duemate.tenantportal.shell.PortalLayout;
import com.duemate.tenantportal.shell.Reader;
import com.duemate.tenantportal.shell.Readers;
import com.duemate.themes.StyleSheets;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One file on its way in: what it would do row by row, how far it is, what it did, and the way back. */
@Route(value = ImportsNavigation.ROUTE + "/:import", layout = PortalLayout.class)
@RolesAllowed("MANAGER")
@StyleSheet(StyleSheets.ROOMS)
class ImportView extends Main implements BeforeEnterObserver, AfterNavigationObserver, HasDynamicTitle {

    private final Imports imports;
    private final Readers readers;
    private @Nullable ImportId id;
    private @Nullable RowVerdict shown;
    private @Nullable ImportDetails drawn;
    private @Nullable ProgressCard running;
    private @Nullable Registration polls;
    private String title = "";

    ImportView(Imports imports, Readers readers, LiveScreens live) {
        this.imports = imports;
        this.readers = readers;
        addClassName("dm-view");
        live.follow(this, this::look);
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters().get("import").flatMap(ImportView::parse).orElse(null);
        shown = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(ImportsNavigation.SHOW)
                .flatMap(word -> Arrays.stream(RowVerdict.values())
                        .filter(verdict ->
                                verdict.name().toLowerCase(Locale.ROOT).equals(word))
                        .findFirst())
                .orElse(null);
        title = found().map(ImportDetails::fileName).orElseGet(() -> getTranslation("portalimports.list.title"));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        drawn = null;
        look();
    }

    /** While work is under way the header asks for it all the time; this screen looks along. */
    @Override
    protected void onAttach(AttachEvent event) {
        polls = event.getUI().addPollListener(_ -> look());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (polls != null) {
            polls.remove();
            polls = null;
        }
    }

    /** Draws anew only where something else than the progress has changed, so that nobody loses a place in the list. */
    private void look() {
        var now = found().orElse(null);
        if (now == null) {
            showUnknown();
        } else if (drawn != null && isSameScene(drawn, now)) {
            if (running != null) {
                running.update(readers.current(), now);
            }
        } else {
            draw(now);
        }
    }

    private void draw(ImportDetails details) {
        var reader = readers.current();
        drawn = details;
        running = null;
        removeAll();
        add(header(reader, details));
        if (details.progress() != null) {
            running = new ProgressCard(reader, details);
            add(running);
        }
        if (details.failure() != null) {
            add(new FailureCard(reader, details));
        }
        if (details.state() == ImportState.UNDONE || details.undo().kept() > 0) {
            add(new UndoneCard(imports, reader, details));
        }
        if (isReady(details)) {
            add(new MappingCard(imports, reader, details, this::redraw));
        }
        if (details.kind() != null && details.state() != ImportState.STAGING && details.failure() == null) {
            add(new RowsCard(imports, reader, details, Optional.ofNullable(shown)));
        }
    }

    private PageHeader header(Reader reader, ImportDetails details) {
        var header = new PageHeader(details.fileName())
                .back(reader.text("portalimports.list.title"), ImportsNavigation.ROUTE)
                .beside(ImportWords.badge(reader, details.state()))
                .below(new Span(
                        new DateText(reader.when(details.startedAt())), new Span(" · " + story(reader, details))));
        if (details.state() == ImportState.READY && !details.dryRun() && details.progress() == null) {
            var commit = new Button(reader.text("portalimports.commit"), _ -> commit(details));
            commit.setEnabled(changesAnything(details));
            header.primary(commit);
        }
        if (details.state() == ImportState.COMMITTED && details.progress() == null) {
            header.quiet(new Button(reader.text("portalimports.undo"), _ -> askUndo(reader, details)));
        }
        return header;
    }

    private static String story(Reader reader, ImportDetails details) {
        if (details.state() == ImportState.READY && !changesAnything(details)) {
            return reader.text("portalimports.story.nothing");
        }
        return reader.text("portalimports.story." + details.state());
    }

    private void commit(ImportDetails details) {
        tell(() -> imports.commit(details.id()));
    }

    private void askUndo(Reader reader, ImportDetails details) {
        var sure = new ConfirmDialog(
                reader.text("portalimports.sureUndo.title"),
                reader.text("portalimports.sureUndo.text"),
                reader.text("portalimports.undo"),
                _ -> tell(() -> imports.undo(details.id())));
        sure.setCancelable(true);
        sure.setCancelText(reader.text("portal.cancel"));
        sure.open();
    }

    private void tell(Supplier<Outcome> command) {
        if (command.get() instanceof Outcome.Refused refused) {
            Notice.refused(getTranslation(refused.reason()));
        }
        redraw();
    }

    private void redraw() {
        drawn = null;
        look();
    }

    private void showUnknown() {
        removeAll();
        add(
                new PageHeader(title).back(title, ImportsNavigation.ROUTE),
                new EmptyState(Drawing.SEARCH, getTranslation("portalimports.unknown")));
    }

    private Optional<ImportDetails> found() {
        return Optional.ofNullable(id).flatMap(imports::find);
    }

    private static boolean isReady(ImportDetails details) {
        return !details.columns().isEmpty()
                && details.progress() == null
                && (details.state() == ImportState.READY || !details.missing().isEmpty());
    }

    private static boolean changesAnything(ImportDetails details) {
        var counts = details.counts();
        return counts.created() + counts.updated() + counts.customersCreated() + counts.customersUpdated() > 0;
    }

    private static boolean isSameScene(ImportDetails before, ImportDetails now) {
        return before.state() == now.state()
                && (before.progress() == null) == (now.progress() == null)
                && before.columns().equals(now.columns());
    }

    private static Optional<ImportId> parse(String text) {
        try {
            return Optional.of(ImportId.of(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
