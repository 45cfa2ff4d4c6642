package com.duemate.tenantportal.reminders;

import com.duemate.platform.customers.Customers;
import com.duemate.platform.reminders.AssignmentRule;
import com.duemate.platform.reminders.Assignments;
import com.duemate.platform.reminders.Assignments.Outcome;
import com.duemate.platform.reminders.Assignments.Preview;
import com.duemate.platform.reminders.Condition;
import com.duemate.platform.reminders.Policies;
import com.duemate.platform.reminders.Policies.Policy;
import com.duemate.platform.reminders.RuleProblem;
import com.duemate.platform.scope.Permission;
import com.duemate.tenantportal.look.PageHeader;
import com.duemate.tenantportal.look.Sign;
import com.duemate.tenantportal.shell.Notice;
import com.duemate.tenantportal.shell.PortalLayout;
import com.duemate.tenantportal.shell.Reader;
import com.duemate.tenantportal.shell.Readers;
import com.duemate.tenantportal.shell.Signed;
import com.duemate.themes.StyleSheets;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who follows which policy: the rules in their order, what each would take now, and what becomes of running invoices. */
@Route(value = RemindersNavigation.ROUTE + "/" + RemindersNavigation.ASSIGNMENT, layout = PortalLayout.class)
@RolesAllowed("SPECIALIST")
@StyleSheet(StyleSheets.ROOMS)
class AssignmentView extends Main implements AfterNavigationObserver, BeforeLeaveObserver, HasDynamicTitle {

    private final Assignments assignments;
    private final Policies policies;
    private final Customers customers;
    private final Readers readers;
    private final boolean mayEdit;
    private final OrderedList list = new OrderedList();
    private final Button add;
    private final Button undo;
    private final Checkbox move = new Checkbox();
    private final Paragraph running = new Paragraph();
    private @Nullable AssignmentViewModel model;

    AssignmentView(Assignments assignments, Policies policies, Customers customers, Readers readers, Signed signed) {
        this.assignments = assignments;
        this.policies = policies;
        this.customers = customers;
        this.readers = readers;
        mayEdit = signed.may(Permission.MAY_MANAGE);
        addClassNames("dm-view", "dm-view--wide");
        var header = new PageHeader(getPageTitle())
                .back(getTranslation("portalreminders.list.title"), RemindersNavigation.ROUTE)
                .below(new Span(getTranslation("portalreminders.rules.sub")));
        undo = new Button(getTranslation("portalreminders.rules.undo"), Sign.UNDO.create(), _ -> undo());
        add = new Button(getTranslation("portalreminders.rules.add"), Sign.PLUS.create(), _ -> create());
        add.getElement().setAttribute("data-key", "n");
        list.addClassName("dm-rows");
        var rules = new Div(list);
        rules.addClassNames("dm-card", "dm-card--flush");
        running.addClassNames("dm-quiet", "dm-small", "dm-prose");
        var more = new Div(add);
        more.addClassName("dm-toolbar");
        var below = new Div(more, move, running);
        below.addClassName("dm-stack");
        if (mayEdit) {
            header.quiet(undo).primary(new Button(getTranslation("portal.save"), _ -> save()));
        }
        add(header, rules, below);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("portalreminders.rules.title");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        load();
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (model != null && model.isChanged()) {
            var go = event.postpone();
            new Question("leaveRules", go::proceed).open();
        }
    }

    private void load() {
        model = new AssignmentViewModel(assignments.current());
        move.setValue(false);
        draw(model);
    }

    private RuleDialog.Tools tools(AssignmentViewModel shown) {
        var reader = readers.current();
        var words = new ConditionWords(reader);
        words.learn(customers, shown.rules());
        return new RuleDialog.Tools(reader, assignments, customers, policies.list(), words);
    }

    private void draw(AssignmentViewModel shown) {
        var tools = tools(shown);
        var preview = assignments.preview(shown.rules());
        list.removeAll();
        for (int place = 0; place < shown.rules().size(); place++) {
            var rule = shown.rules().get(place);
            var item = new RuleItem(
                    tools.reader(),
                    Integer.toString(place + 1),
                    rule.name(),
                    tools.words().sentence(rule),
                    policyName(tools, rule),
                    preview.rules().get(place));
            if (mayEdit) {
                offer(item, shown, place, tools.reader());
            }
            list.add(item);
        }
        list.add(others(tools, shown, preview));
        undo.setEnabled(shown.isChanged());
        add.setVisible(mayEdit);
        add.setEnabled(!shown.isFull());
        drawRunning(tools.reader(), preview);
    }

    private RuleItem others(RuleDialog.Tools tools, AssignmentViewModel shown, Preview preview) {
        var reader = tools.reader();
        var standing = tools.policies().stream()
                .filter(Policy::isDefault)
                .findFirst()
                .map(policy -> policy.current().name())
                .orElse("");
        boolean alone = shown.rules().isEmpty();
        return new RuleItem(
                reader,
                "",
                reader.text(alone ? "portalreminders.rules.everything" : "portalreminders.rules.others"),
                reader.text(alone ? "portalreminders.rules.empty" : "portalreminders.rules.othersSay"),
                standing,
                preview.others());
    }

    private void drawRunning(Reader reader, Preview preview) {
        move.setLabel(reader.text("portalreminders.rules.move", preview.moving()));
        move.setVisible(mayEdit && preview.moving() > 0);
        var words = reader.text(
                preview.moving() > 0 ? "portalreminders.rules.moveHelp" : "portalreminders.rules.nothingMoves");
        running.setText(preview.complete() ? words : words + " " + reader.text("portalreminders.rules.incomplete"));
    }

    private static String policyName(RuleDialog.Tools tools, AssignmentRule rule) {
        return tools.policies().stream()
                .filter(policy -> policy.current().id().equals(rule.policy()))
                .findFirst()
                .map(policy -> policy.current().name())
                .orElse("");
    }

    private void offer(RuleItem item, AssignmentViewModel shown, int place, Reader reader) {
        var name = shown.rules().get(place).name();
        var up = item.offer(Sign.UP, reader.text("portalreminders.rules.up", name), () -> swap(place - 1, place - 1));
        up.setEnabled(place > 0);
        var down = item.offer(Sign.DOWN, reader.text("portalreminders.rules.down", name), () -> swap(place, place + 1));
        down.setEnabled(place + 1 < shown.rules().size());
        item.offer(Sign.EDIT, reader.text("portalreminders.rules.edit", name), () -> edit(place));
        item.offer(Sign.CLOSE, reader.text("portalreminders.rules.remove", name), () -> remove(place));
    }

    /** @param focus where the rule that was moved stands afterwards */
    private void swap(int place, int focus) {
        if (model != null) {
            model.swapWithNext(place);
            draw(model);
            list.getChildren().skip(focus).findFirst().ifPresent(item -> ((RuleItem) item).focusFirst());
        }
    }

    private void remove(int place) {
        if (model != null) {
            var shown = model;
            var rule = shown.remove(place);
            draw(shown);
            add.focus();
            Notice.done(
                    getTranslation("portalreminders.rules.removed", rule.name()),
                    getTranslation("portalreminders.rules.putBack"),
                    () -> {
                        shown.putBack(place, rule);
                        draw(shown);
                    });
        }
    }

    private void create() {
        if (model != null) {
            var tools = tools(model);
            var first = ConditionRow.fresh(tools.reader(), Condition.Kind.AMOUNT_AT_LEAST);
            var policy = tools.policies().getLast().current().id();
            open(model, model.rules().size(), new AssignmentRule("", List.of(first), policy), tools);
        }
    }

    private RuleDialog open(AssignmentViewModel shown, int place, AssignmentRule rule, RuleDialog.Tools tools) {
        var dialog = new RuleDialog(shown, place, rule, tools, () -> draw(shown));
        dialog.open();
        return dialog;
    }

    private void edit(int place) {
        if (model != null) {
            open(model, place, model.rules().get(place), tools(model));
        }
    }

    private void undo() {
        if (model != null) {
            model.undo();
            draw(model);
        }
    }

    private void save() {
        if (model == null) {
            return;
        }
        boolean moving = move.isVisible() && move.getValue();
        var outcome = assignments.replace(model.basedOn(), model.rules());
        if (moving && outcome instanceof Outcome.Done done) {
            outcome = assignments.moveRunning(done.version());
        }
        switch (outcome) {
            case Outcome.Done _ -> {
                Notice.done(
                        getTranslation(moving ? "portalreminders.rules.savedMoving" : "portalreminders.rules.saved"));
                load();
            }
            case Outcome.Refused refused -> refuse(model, refused.problems().getFirst());
            case Outcome.Outdated _ -> new Question("outdatedRules", this::load).open();
        }
    }

    private void refuse(AssignmentViewModel shown, RuleProblem problem) {
        if (problem.rule() == 0) {
            Notice.refused(getTranslation(problem.textKey(), Map.of("rule", 0, "condition", 0)));
        } else {
            int place = problem.rule() - 1;
            open(shown, place, shown.rules().get(place), tools(shown)).refuse(problem);
        }
    }
}
