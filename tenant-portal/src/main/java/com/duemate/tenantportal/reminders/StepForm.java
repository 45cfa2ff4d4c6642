package com.duemate.tenantportal.reminders;

import com.duemate.platform.reminders.Step;
import com.duemate.platform.reminders.StepChannel;
import com.duemate.platform.reminders.Tone;
import com.duemate.tenantportal.look.FilterChips;
import com.duemate.tenantportal.look.Refusals;
import com.duemate.tenantportal.reminders.PolicyViewModel.Node;
import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.server.Command;
import java.util.Optional;

/** The step in hand: on which day, by which way, in which tone. */
class StepForm extends Div {

    private final PolicyViewModel model;
    private final Node node;
    private final Reader reader;
    private final Command changed;

    private enum Side {
        BEFORE,
        ON,
        AFTER
    }

    StepForm(PolicyViewModel model, Node node, Reader reader, boolean mayEdit, Command changed) {
        this.model = model;
        this.node = node;
        this.reader = reader;
        this.changed = changed;
        addClassName("dm-stack");
        var head = new Div(new H2(reader.text(
                "portalreminders.step.title",
                model.nodes().indexOf(node) + 1,
                PolicyRail.when(reader, node.offset()))));
        head.addClassName("dm-section__head");
        add(head);
        if (!mayEdit) {
            add(new Span(reader.text("reminders.channel." + node.channel()) + " · "
                    + reader.text("reminders.tone." + node.tone())));
            return;
        }
        var remove = new Button(reader.text("portalreminders.step.remove"), _ -> {
            model.removeInHand();
            changed.execute();
        });
        remove.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
        head.add(remove);
        add(line("day", day()), line("channel", channels()), line("tone", tones()));
    }

    private Div day() {
        var sides = new FilterChips<Side>(reader.text("portalreminders.step.day"), this::turn);
        for (var side : Side.values()) {
            sides.chip(side, reader.text("portalreminders.step.side." + side));
        }
        sides.choose(side(node.offset()));
        var both = new Div();
        both.addClassName("dm-toolbar");
        if (node.offset() != 0) {
            both.add(days());
        }
        both.add(sides);
        return both;
    }

    private IntegerField days() {
        var days = new IntegerField();
        days.setAriaLabel(reader.text("portalreminders.step.days"));
        days.setValue(Math.abs(node.offset()));
        days.setMin(1);
        days.setMax(node.offset() < 0 ? -Step.MIN_OFFSET_DAYS : Step.MAX_OFFSET_DAYS);
        days.setStepButtonsVisible(true);
        days.setSuffixComponent(new Span(reader.text("portalreminders.step.daysWord", Math.abs(node.offset()))));
        days.addClassName("dm-days");
        var refusals = new Refusals().at("days", days);
        days.addValueChangeListener(change -> {
            int wanted = Optional.ofNullable(change.getValue()).orElse(0);
            if (change.isFromClient() && wanted > 0 && model.move(node.offset() < 0 ? -wanted : wanted)) {
                changed.execute();
            } else if (change.isFromClient()) {
                refusals.show("days", reader.text("portalreminders.step.dayRefused"));
            }
        });
        return days;
    }

    /** To the other side at the same distance, or on the due date; past a day that is taken to the next free one. */
    private void turn(Side side) {
        int away = Math.max(1, Math.abs(node.offset()));
        switch (side) {
            case ON -> model.move(0);
            case BEFORE -> {
                while (!model.move(-away) && away < -Step.MIN_OFFSET_DAYS) {
                    away = away > -Step.MIN_OFFSET_DAYS ? 1 : away + 1;
                }
            }
            case AFTER -> {
                while (!model.move(away) && away < Step.MAX_OFFSET_DAYS) {
                    away++;
                }
            }
        }
        changed.execute();
    }

    private FilterChips<StepChannel> channels() {
        var chips = new FilterChips<StepChannel>(reader.text("portalreminders.step.channel"), channel -> {
            model.send(channel);
            changed.execute();
        });
        for (var channel : StepChannel.values()) {
            chips.chip(channel, reader.text("reminders.channel." + channel));
        }
        chips.choose(node.channel());
        return chips;
    }

    private FilterChips<Tone> tones() {
        var chips = new FilterChips<Tone>(reader.text("portalreminders.step.tone"), tone -> {
            model.speak(tone);
            changed.execute();
        });
        for (var tone : Tone.values()) {
            chips.chip(tone, reader.text("reminders.tone." + tone));
        }
        chips.choose(node.tone());
        return chips;
    }

    private Div line(String key, Component what) {
        var label = new Span(reader.text("portalreminders.step." + key));
        label.addClassName("dm-field__label");
        var line = new Div(label, what);
        line.addClassName("dm-field");
        return line;
    }

    private static Side side(int offset) {
        return offset < 0 ? Side.BEFORE : offset == 0 ? Side.ON : Side.AFTER;
    }
}
