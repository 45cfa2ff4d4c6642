package com.duemate.tenantportal.reminders;

import com.duemate.platform.reminders.Backtests;
import com.duemate.platform.reminders.Policies;
import com.duemate.platform.reminders.Policies.Draft;
import com.duemate.platform.reminders.Policies.Outcome;
import com.duemate.platform.reminders.Policies.Policy;
import com.duemate.platform.reminders.PolicyId;
import com.duemate.platform.reminders.PolicyProblem;
import com.duemate.platform.scope.Permission;
import com.duemate.tenantportal.look.Drawing;
import com.duemate.tenantportal.look.EmptyState;
import com.duemate.tenantportal.look.PageHeader;
import com.duemate.tenantportal.look.StatusBadge;
import com.duemate.tenantportal.look.Tone;
import com.duemate.tenantportal.shell.Notice;
import com.duemate.tenantportal.shell.PortalLayout;
import com.duemate.tenantportal.shell.Reader;
import com.duemate.tenantportal.shell.Readers;
import com.duemate.tenantportal.shell.Signed;
import com.duemate.themes.StyleSheets;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One policy: its steps on a line, the one in hand, and the message it would send. */
@Route(value = RemindersNavigation.ROUTE + "/:policy", layout = PortalLayout.class)
@RolesAllowed("SPECIALIST")
@StyleSheet(StyleSheets.ROOMS)
class PolicyView extends Main
        implements BeforeEnterObserver, AfterNavigationObserver, BeforeLeaveObserver, HasDynamicTitle {

    private final Policies policies;
    private final Backtests backtests;
    private final StepPreviews previews;
    private final Readers readers;
    private final boolean mayEdit;
    private String asked = "";
    private String title = "";
    private @Nullable PolicyViewModel model;
    private @Nullable PolicyEditor editor;

    PolicyView(Policies policies, Backtests backtests, StepPreviews previews, Readers readers, Signed signed) {
        this.policies = policies;
        this.backtests = backtests;
        this.previews = previews;
        this.readers = readers;
        mayEdit = signed.may(Permission.MAY_MANAGE);
        addClassName("dm-view");
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        asked = event.getRouteParameters().get("policy").orElse("");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        load();
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (model != null && model.isChanged()) {
            var go = event.postpone();
            new Question("leave", go::proceed).open();
        }
    }

    private void load() {
        var reader = readers.current();
        model = null;
        removeAll();
        if (asked.equals(RemindersNavigation.NEW) && mayEdit) {
            title = reader.text("portalreminders.editor.newTitle");
            show(reader, PolicyViewModel.fresh(), Optional.empty());
            return;
        }
        var found = policies.list().stream()
                .filter(policy -> policy.current().id().toString().equals(asked))
                .findFirst();
        found.ifPresentOrElse(
                policy -> {
                    title = policy.current().name();
                    show(reader, Draft.of(policy.current()), found);
                },
                () -> showUnknown(reader));
        getUI().ifPresent(ui -> ui.getPage().setTitle(title));
    }

    private void show(Reader reader, Draft draft, Optional<Policy> policy) {
        var shown = new PolicyViewModel(draft, reader.tenant().currency());
        var drawn = new PolicyEditor(shown, previews, reader, mayEdit, running(reader, policy));
        model = shown;
        editor = drawn;
        add(header(reader, policy), drawn);
    }

    private void showUnknown(Reader reader) {
        title = reader.text("portalreminders.list.title");
        add(
                new PageHeader(title).back(title, RemindersNavigation.ROUTE),
                new EmptyState(Drawing.SEARCH, reader.text("portalreminders.editor.unknown")));
    }

    private PageHeader header(Reader reader, Optional<Policy> policy) {
        var header = new PageHeader(title).back(reader.text("portalreminders.list.title"), RemindersNavigation.ROUTE);
        policy.filter(Policy::isDefault)
                .ifPresent(_ -> header.beside(new StatusBadge(Tone.PARTLY, reader.text("portalreminders.default"))));
        header.quiet(new Button(reader.text("portalreminders.backtest.open"), _ -> tryOnThePast(reader)));
        if (mayEdit) {
            policy.filter(one -> !one.isDefault())
                    .ifPresent(one -> header.quiet(new Button(
                            reader.text("portalreminders.editor.makeDefault"),
                            _ -> makeDefault(one.current().id()))));
            header.primary(new Button(reader.text("portal.save"), _ -> save(policy)));
        }
        return header;
    }

    private void tryOnThePast(Reader reader) {
        if (model != null) {
            new BacktestDialog(backtests, model.draft(), reader).open();
        }
    }

    private void save(Optional<Policy> before) {
        if (model == null) {
            return;
        }
        var draft = model.draft();
        var outcome = before.map(policy ->
                        policies.change(policy.current().id(), policy.current().version(), draft))
                .orElseGet(() -> policies.create(draft));
        switch (outcome) {
            case Outcome.Done done -> saved(done.id(), before);
            case Outcome.Refused refused -> refuse(refused.problems());
            case Outcome.Outdated _ -> new Question("outdated", this::load).open();
            case Outcome.Unknown _ -> load();
        }
    }

    private void saved(PolicyId id, Optional<Policy> before) {
        int running = before.map(Policy::running).orElse(0);
        Notice.done(getTranslation("portalreminders.editor.saved", running));
        model = null;
        if (before.isPresent()) {
            load();
        } else {
            getUI().ifPresent(ui -> ui.navigate(RemindersNavigation.policy(id)));
        }
    }

    private void refuse(List<PolicyProblem> problems) {
        if (editor != null) {
            var first = problems.getFirst();
            editor.refuse(first, getTranslation(first.textKey(), Map.of("position", first.position())));
        }
    }

    private void makeDefault(PolicyId id) {
        if (policies.makeDefault(id) instanceof Outcome.Done) {
            Notice.done(getTranslation("portalreminders.editor.isDefault"));
        }
        if (model != null && !model.isChanged()) {
            load();
        }
    }

    private static String running(Reader reader, Optional<Policy> policy) {
        return policy.map(one -> reader.text("portalreminders.editor.running", one.running()))
                .orElseGet(() -> reader.text("portalreminders.editor.newPolicy"));
    }
}
