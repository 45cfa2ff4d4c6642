package com.duemate.tenantportal.reminders;

import com.duemate.platform.reminders.adaptive.AdaptiveSettings;
import com.duemate.platform.reminders.adaptive.AdaptiveTiming;
import com.duemate.platform.reminders.adaptive.AdaptiveTiming.Outcome;
import com.duemate.platform.reminders.adaptive.Leeway;
import com.duemate.tenantportal.look.Refusals;
import com.duemate.tenantportal.look.StatusBadge;
import com.duemate.tenantportal.look.Tone;
import com.duemate.tenantportal.shell.Notice;
import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.server.Command;

/** Whether reminders follow each customer's own habits, how far, and what that brings. */
class HabitCard extends Section {

    private final AdaptiveTiming adaptive;
    private final Reader reader;
    private final Command changed;
    private final Checkbox on = new Checkbox();
    private final RadioButtonGroup<Leeway> leeway = new RadioButtonGroup<>();
    private final IntegerField holdOut = new IntegerField();
    private final Refusals refusals = new Refusals();

    HabitCard(AdaptiveTiming adaptive, Reader reader, Command changed) {
        this.adaptive = adaptive;
        this.reader = reader;
        this.changed = changed;
        addClassName("dm-section");
        var current = adaptive.current();
        buildOn();
        buildLeeway();
        buildHoldOut();
        show(current);
        var words = new Paragraph(reader.text("portalreminders.habit.explain"));
        words.addClassNames("dm-quiet", "dm-prose");
        var actions = new Div(new Button(reader.text("portalreminders.habit.save"), _ -> save()));
        actions.addClassName("dm-form__actions");
        var form = new Div(on, leeway, holdOut, actions);
        form.addClassName("dm-form");
        var card = new Div(words, form);
        card.addClassNames("dm-card", "dm-stack");
        add(head(current), card);
        var comparison = adaptive.comparison();
        if (comparison.since() != null) {
            add(new HabitReport(comparison, reader));
        }
    }

    private Div head(AdaptiveSettings current) {
        var head = new Div(
                new H2(reader.text("portalreminders.habit.title")),
                current.on()
                        ? new StatusBadge(Tone.GOOD, reader.text("portalreminders.habit.isOn"))
                        : new StatusBadge(Tone.QUIET, reader.text("portalreminders.habit.isOff")));
        head.addClassName("dm-section__head");
        return head;
    }

    private void buildOn() {
        on.setLabel(reader.text("portalreminders.habit.on"));
        on.setHelperText(reader.text("portalreminders.habit.onHelp"));
        on.addClassName("dm-form__wide");
        on.addValueChangeListener(_ -> enable());
    }

    private void buildLeeway() {
        leeway.addClassNames("dm-choices", "dm-form__wide");
        leeway.setLabel(reader.text("portalreminders.habit.leeway"));
        leeway.setItems(Leeway.values());
        leeway.setItemLabelGenerator(each -> reader.text("portalreminders.habit.leeway." + each));
        leeway.setRenderer(new ComponentRenderer<>(each -> {
            var name = new Span(reader.text("portalreminders.habit.leeway." + each));
            name.addClassName("dm-choices__name");
            var more = new Span(reader.text("portalreminders.habit.leewayHelp." + each));
            more.addClassName("dm-choices__more");
            var both = new Div(name, more);
            both.addClassName("dm-choices__words");
            return both;
        }));
    }

    private void buildHoldOut() {
        holdOut.setLabel(reader.text("portalreminders.habit.holdOut"));
        holdOut.setHelperText(reader.text("portalreminders.habit.holdOutHelp"));
        holdOut.setSuffixComponent(new Span("%"));
        holdOut.setMin(AdaptiveSettings.LEAST_HELD_OUT);
        holdOut.setMax(AdaptiveSettings.MOST_HELD_OUT);
        holdOut.setStepButtonsVisible(true);
        holdOut.addClassName("dm-form__wide");
        refusals.at("holdOut", holdOut);
    }

    private void show(AdaptiveSettings settings) {
        on.setValue(settings.on());
        leeway.setValue(settings.leeway());
        holdOut.setValue(settings.holdOutPercent());
        enable();
    }

    private void enable() {
        leeway.setEnabled(on.getValue());
        holdOut.setEnabled(on.getValue());
    }

    private void save() {
        refusals.clear();
        var percent = holdOut.getValue();
        var wanted = new AdaptiveSettings(on.getValue(), percent == null ? 0 : percent, leeway.getValue());
        switch (adaptive.change(wanted)) {
            case Outcome.Done _ -> {
                Notice.done(
                        reader.text(wanted.on() ? "portalreminders.habit.saved" : "portalreminders.habit.savedOff"));
                changed.execute();
            }
            case Outcome.Refused refused -> {
                var words = reader.text(refused.reason());
                if (!refusals.show(refused.field(), words)) {
                    Notice.refused(words);
                }
            }
        }
    }
}
