package com.duemate.tenantportal.reminders;

import com.duemate.platform.kernel.Money;
import com.duemate.platform.reminders.Grouping;
import com.duemate.platform.reminders.PolicyProblem;
import com.duemate.tenantportal.look.FilterChips;
import com.duemate.tenantportal.look.Refusals;
import com.duemate.tenantportal.shell.Notice;
import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The rail, the step in hand with its message beside it, and what holds for the policy as a whole. */
class PolicyEditor extends Div {

    private final PolicyViewModel model;
    private final Reader reader;
    private final boolean mayEdit;
    private final Div rail = new Div();
    private final Div step = new Div();
    private final StepPreview preview;
    private final TextField name = new TextField();
    private final BigDecimalField minimum = new BigDecimalField();
    private final TextField who = new TextField();
    private final TextField answers = new TextField();
    private final Refusals refusals = new Refusals();

    /** @param running what saving means for the plans that follow this policy */
    PolicyEditor(PolicyViewModel model, StepPreviews previews, Reader reader, boolean mayEdit, String running) {
        this.model = model;
        this.reader = reader;
        this.mayEdit = mayEdit;
        preview = new StepPreview(previews, reader);
        addClassName("dm-stack");
        rail.addClassNames("dm-card", "dm-policy__rail");
        step.addClassNames("dm-card", "dm-stack");
        var left = new Div(step, whole(running));
        left.addClassName("dm-stack");
        preview.addClassName("dm-beside__stay");
        var both = new Div(left, preview);
        both.addClassName("dm-beside");
        add(rail, both);
        draw();
    }

    /** Shows what was refused where it can be mended. */
    void refuse(PolicyProblem problem, String words) {
        switch (problem.kind()) {
            case NAME_MISSING, NAME_TOO_LONG, NAME_CHARACTERS -> refusals.show("name", words);
            case MINIMUM_NOT_POSITIVE, MINIMUM_TWICE -> refusals.show("minimum", words);
            case ESCALATION_WRONG -> refusals.show("escalation", words);
            case NO_STEPS,
                    TOO_MANY_STEPS,
                    POSITION_WRONG,
                    OFFSET_OUT_OF_RANGE,
                    OFFSET_TAKEN,
                    OFFSET_OUT_OF_ORDER,
                    NOTHING_BEFORE,
                    CHANNELS_WRONG,
                    ESCALATION_MISSING,
                    TEMPLATE_WRONG -> {
                model.take(problem.position());
                draw();
                Notice.refused(words);
            }
        }
    }

    private void draw() {
        drawRail();
        step.removeAll();
        model.inHand()
                .ifPresentOrElse(
                        node -> step.add(new StepForm(model, node, reader, mayEdit, this::draw)),
                        () -> step.add(new Span(reader.text("reminders.policy.NO_STEPS"))));
        preview.show(model.inHand());
    }

    private void drawRail() {
        var line = new PolicyRail(reader);
        boolean pastDue = false;
        for (var node : model.nodes()) {
            if (!pastDue && node.offset() > 0) {
                offerDue(line);
            }
            pastDue = pastDue || node.offset() > 0 || PolicyViewModel.isOnDueDate(node);
            boolean inHand = model.inHand().filter(node::equals).isPresent();
            line.offer(node, inHand, () -> {
                model.take(node);
                draw();
            });
        }
        if (!pastDue) {
            offerDue(line);
        }
        if (mayEdit && !model.isFull()) {
            var later = reader.text("portalreminders.rail.add");
            line.offerNew("", later, later, () -> {
                model.addLater();
                draw();
            });
        }
        rail.removeAll();
        rail.add(line);
    }

    /** The due date stands on the line, with or without a message. */
    private void offerDue(PolicyRail line) {
        if (model.hasDueDay()) {
            return;
        }
        if (mayEdit && !model.isFull()) {
            line.offerNew(
                    reader.text("portalreminders.rail.due"),
                    reader.text("portalreminders.rail.addDue"),
                    reader.text("portalreminders.rail.none"),
                    () -> {
                        model.addOnDueDay();
                        draw();
                    });
        } else {
            line.markDue();
        }
    }

    private Div whole(String running) {
        name.setLabel(reader.text("portalreminders.editor.name"));
        name.setValue(model.draft().name());
        name.setReadOnly(!mayEdit);
        name.addValueChangeListener(change -> model.rename(change.getValue()));
        minimum.setLabel(reader.text("portalreminders.editor.minimum"));
        minimum.setHelperText(reader.text("portalreminders.editor.minimumHelp"));
        minimum.setLocale(reader.formats().locale());
        minimum.setSuffixComponent(new Span(reader.tenant().currency().getCurrencyCode()));
        model.minimum().ifPresent(amount -> minimum.setValue(amount.decimal()));
        minimum.setReadOnly(!mayEdit);
        minimum.addValueChangeListener(change -> least(Optional.ofNullable(change.getValue())));
        escalation();
        refusals.at("name", name).at("minimum", minimum).at("escalation", answers);
        var note = new Paragraph(running);
        note.addClassNames("dm-quiet", "dm-small", "dm-form__wide");
        var form = new Div(name, minimum);
        form.addClassNames("dm-card", "dm-form");
        form.add(grouping(), who, answers, note);
        return form;
    }

    private Div grouping() {
        var chips = new FilterChips<Grouping>(reader.text("portalreminders.editor.grouping"), model::group);
        for (var grouping : Grouping.values()) {
            chips.chip(grouping, reader.text("portalreminders.editor.grouping." + grouping));
        }
        chips.choose(model.grouping());
        chips.setEnabled(mayEdit);
        var label = new Span(reader.text("portalreminders.editor.grouping"));
        label.addClassName("dm-field__label");
        var field = new Div(label, chips);
        field.addClassNames("dm-field", "dm-form__wide");
        return field;
    }

    private void escalation() {
        who.setLabel(reader.text("portalreminders.editor.escalationName"));
        who.setHelperText(reader.text("portalreminders.editor.escalationHelp"));
        who.setValue(model.escalationName());
        answers.setLabel(reader.text("portalreminders.editor.escalationReplyTo"));
        answers.setValue(model.escalationReplyTo());
        for (var field : List.of(who, answers)) {
            field.setReadOnly(!mayEdit);
            field.addValueChangeListener(change -> {
                boolean before = model.hasEscalation();
                model.escalateTo(who.getValue(), answers.getValue());
                if (change.isFromClient() && before != model.hasEscalation()) {
                    draw();
                }
            });
        }
    }

    private void least(Optional<BigDecimal> typed) {
        try {
            model.least(
                    typed.map(amount -> Money.ofDecimal(amount, reader.tenant().currency()))
                            .orElse(null));
        } catch (ArithmeticException _) {
            refusals.show("minimum", reader.text("portalreminders.editor.minimumDigits"));
        }
    }
}
