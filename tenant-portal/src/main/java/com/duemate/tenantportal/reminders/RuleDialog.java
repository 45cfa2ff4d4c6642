package com.duemate.tenantportal.reminders;

import com.duemate.platform.customers.Customers;
import com.duemate.platform.reminders.AssignmentRule;
import com.duemate.platform.reminders.Assignments;
import com.duemate.platform.reminders.Condition;
import com.duemate.platform.reminders.Policies.Policy;
import com.duemate.platform.reminders.PolicyId;
import com.duemate.platform.reminders.RuleProblem;
import com.duemate.tenantportal.look.Refusals;
import com.duemate.tenantportal.look.Sign;
import com.duemate.tenantportal.shell.Notice;
import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One rule in hand: its name, what must hold, where it leads, and what it would take right now. */
class RuleDialog extends Dialog {

    /** What the dialog works with. */
    record Tools(
            Reader reader, Assignments assignments, Customers customers, List<Policy> policies, ConditionWords words) {}

    private final AssignmentViewModel model;
    private final int place;
    private final Tools tools;
    private final Command changed;
    private final TextField name = new TextField();
    private final Select<Policy> policy = new Select<>();
    private final Div conditions = new Div();
    private final List<ConditionRow> rows = new ArrayList<>();
    private final Button more;
    private final Paragraph taken = new Paragraph();
    private final Refusals refusals = new Refusals();

    /** @param place of the rule; behind the last one for a new rule */
    RuleDialog(AssignmentViewModel model, int place, AssignmentRule rule, Tools tools, Command changed) {
        this.model = model;
        this.place = place;
        this.tools = tools;
        this.changed = changed;
        var reader = tools.reader();
        boolean fresh = place >= model.rules().size();
        setHeaderTitle(reader.text(fresh ? "portalreminders.rule.newTitle" : "portalreminders.rule.title"));
        setWidth("42rem");
        name.setLabel(reader.text("portalreminders.rule.name"));
        name.setPlaceholder(reader.text("portalreminders.rule.nameHint"));
        name.setMaxLength(AssignmentRule.MAX_NAME_LENGTH);
        name.setValue(rule.name());
        policy.setLabel(reader.text("portalreminders.rule.policy"));
        policy.setItems(tools.policies());
        policy.setItemLabelGenerator(one -> one.current().name());
        tools.policies().stream()
                .filter(one -> one.current().id().equals(rule.policy()))
                .findFirst()
                .ifPresent(policy::setValue);
        refusals.at("name", name).at("policy", policy);
        var label = new Span(reader.text("portalreminders.rule.conditions"));
        label.addClassName("dm-field__label");
        conditions.addClassName("dm-stack");
        more = new Button(reader.text("portalreminders.rule.addCondition"), Sign.PLUS.create(), _ -> {
            addRow(ConditionRow.fresh(reader, Condition.Kind.AMOUNT_AT_LEAST)).focus();
            count();
        });
        more.addThemeVariants(ButtonVariant.TERTIARY);
        taken.addClassName("dm-rule__taken");
        taken.getElement().setAttribute("aria-live", "polite");
        var further = new Div(more);
        further.addClassName("dm-toolbar");
        var form = new Div(name, label, conditions, further, policy, taken);
        form.addClassNames("dm-stack", "dm-stack--fill");
        add(form);
        var done = new Button(reader.text("portalreminders.rule.done"), _ -> take());
        done.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(reader.text("portal.cancel"), _ -> close()), done);
        rule.conditions().forEach(this::addRow);
        count();
        addOpenedChangeListener(change -> {
            if (change.isOpened() && fresh) {
                name.focus();
            }
        });
    }

    /** Shows what is wrong at its field. */
    void refuse(RuleProblem problem) {
        var words = tools.reader()
                .text(problem.textKey(), Map.of("rule", problem.rule(), "condition", problem.condition()));
        if (problem.condition() > 0 && problem.condition() <= rows.size()) {
            rows.get(problem.condition() - 1).refuse(words);
        } else if (!refusals.show(problem.field(), words)) {
            Notice.refused(words);
        }
    }

    private ConditionRow addRow(Condition condition) {
        var row = new ConditionRow(
                tools.reader(), tools.customers(), tools.words(), condition, this::count, this::removeRow);
        rows.add(row);
        conditions.add(row);
        more.setEnabled(rows.size() < AssignmentRule.MAX_CONDITIONS);
        return row;
    }

    private void removeRow(ConditionRow row) {
        rows.remove(row);
        conditions.remove(row);
        more.setEnabled(true);
        more.focus();
        count();
    }

    private AssignmentRule rule() {
        return new AssignmentRule(
                name.getValue(),
                rows.stream().map(ConditionRow::condition).toList(),
                policy.getOptionalValue().map(one -> one.current().id()).orElse(new PolicyId(new UUID(0, 0))));
    }

    private void count() {
        var preview = tools.assignments().preview(model.with(place, rule()));
        taken.setText(TakenText.of(tools.reader(), preview.rules().get(place)));
    }

    private void take() {
        var rule = rule();
        refusals.clear();
        var problems = AssignmentRule.problems(model.with(place, rule)).stream()
                .filter(problem -> problem.rule() == place + 1)
                .toList();
        if (!problems.isEmpty()) {
            refuse(problems.getFirst());
        } else if (policy.isEmpty()) {
            refuse(new RuleProblem(RuleProblem.Kind.POLICY_UNKNOWN, place + 1, 0));
        } else {
            model.put(place, rule);
            close();
            changed.execute();
        }
    }
}
