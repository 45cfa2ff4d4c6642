package com.duemate.tenantportal.reminders;

import com.duemate.platform.reminders.Anchor;
import com.duemate.platform.reminders.CatchUp;
import com.duemate.platform.reminders.DayRule;
import com.duemate.platform.reminders.StepChannel;
import com.duemate.platform.reminders.Timing;
import com.duemate.platform.reminders.Tone;
import com.duemate.tenantportal.look.FilterChips;
import com.duemate.tenantportal.look.Refusals;
import com.duemate.tenantportal.reminders.PolicyViewModel.Node;
import com.duemate.tenantportal.shell.Notice;
import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.server.Command;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The step in hand: on which day, by which way, in which tone. */
class StepForm extends Div {

    private final PolicyViewModel model;
    private final Node node;
    private final Reader reader;
    private final Command changed;

    private enum Side {
        BEFORE,
        ON,
        AFTER,
        ISSUED,
        CONTACT
    }

    StepForm(PolicyViewModel model, Node node, Reader reader, boolean mayEdit, Command changed) {
        this.model = model;
        this.node = node;
        this.reader = reader;
        this.changed = changed;
        addClassName("dm-stack");
        var head = new Div(new H2(reader.text(
                "portalreminders.step.title", model.nodes().indexOf(node) + 1, PolicyRail.when(reader, node))));
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
        add(line("day", day()));
        if (node.timing().anchor() != Anchor.LAST_CONTACT) {
            add(line("dayOff", dayRules()));
        }
        add(line("channel", channels()));
        if (node.channel() != StepChannel.TASK) {
            add(line("otherwise", others()));
        }
        add(line("tone", tones()), line("late", catchUps()));
        if (node.escalated() || (model.hasEscalation() && node.channel() != StepChannel.TASK)) {
            add(escalated());
        }
    }

    private FilterChips<DayRule> dayRules() {
        var chips = new FilterChips<DayRule>(reader.text("portalreminders.step.dayOff"), model::onDaysOff);
        for (var rule : DayRule.values()) {
            chips.chip(rule, reader.text("portalreminders.step.dayOff." + rule));
        }
        chips.choose(node.timing().dayRule());
        return chips;
    }

    private CheckboxGroup<StepChannel> others() {
        var others = new CheckboxGroup<StepChannel>();
        others.setAriaLabel(reader.text("portalreminders.step.otherwise"));
        others.setItems(Arrays.stream(StepChannel.values())
                .filter(channel -> channel != node.channel())
                .toList());
        others.setItemLabelGenerator(channel -> reader.text("reminders.channel." + channel));
        others.setValue(Set.copyOf(node.channels().subList(1, node.channels().size())));
        others.addValueChangeListener(change -> model.orElse(change.getValue()));
        return others;
    }

    private FilterChips<CatchUp> catchUps() {
        var chips = new FilterChips<CatchUp>(reader.text("portalreminders.step.late"), model::catchUp);
        for (var way : CatchUp.values()) {
            chips.chip(way, reader.text("portalreminders.step.late." + way));
        }
        chips.choose(node.catchUp());
        return chips;
    }

    private Checkbox escalated() {
        var box = new Checkbox(reader.text("portalreminders.step.escalated", model.escalationName()), node.escalated());
        box.addValueChangeListener(change -> model.escalate(change.getValue()));
        return box;
    }

    private Div day() {
        var sides = new FilterChips<Side>(reader.text("portalreminders.step.day"), this::turn);
        for (var side : Side.values()) {
            sides.chip(side, reader.text("portalreminders.step.side." + side));
        }
        sides.choose(side(node.timing()));
        var both = new Div();
        both.addClassName("dm-toolbar");
        if (side(node.timing()) != Side.ON) {
            both.add(days());
        }
        both.add(sides);
        return both;
    }

    private IntegerField days() {
        var days = new IntegerField();
        days.setAriaLabel(reader.text("portalreminders.step.days"));
        boolean before = node.timing().days() < 0;
        days.setValue(Math.abs(node.timing().days()));
        days.setMin(node.timing().anchor() == Anchor.ISSUED ? 0 : 1);
        days.setMax(before ? -Timing.MIN_DAYS_FROM_DUE : Timing.MAX_DAYS);
        days.setStepButtonsVisible(true);
        days.setSuffixComponent(new Span(reader.text(
                "portalreminders.step.daysWord", Math.abs(node.timing().days()))));
        days.addClassName("dm-days");
        var refusals = new Refusals().at("days", days);
        days.addValueChangeListener(change -> {
            int wanted = Optional.ofNullable(change.getValue()).orElse(-1);
            boolean least = wanted >= (node.timing().anchor() == Anchor.ISSUED ? 0 : 1);
            if (change.isFromClient() && least && model.move(before ? -wanted : wanted)) {
                changed.execute();
            } else if (change.isFromClient()) {
                refusals.show("days", reader.text("portalreminders.step.dayRefused"));
            }
        });
        return days;
    }

    /** To the other side at the same distance, or on the due date; past a day that is taken to the next free one. */
    private void turn(Side side) {
        int away = Math.max(1, Math.abs(node.timing().days()));
        boolean moved =
                switch (side) {
                    case ON -> model.move(Anchor.DUE, 0);
                    case BEFORE -> firstFree(Anchor.DUE, -Math.min(away, -Timing.MIN_DAYS_FROM_DUE), -1);
                    case AFTER -> firstFree(Anchor.DUE, away, 1);
                    case ISSUED -> firstFree(Anchor.ISSUED, away, 1);
                    case CONTACT -> model.move(Anchor.LAST_CONTACT, away);
                };
        if (!moved) {
            Notice.refused(reader.text(
                    side == Side.CONTACT ? "portalreminders.step.nothingBefore" : "portalreminders.step.dayRefused"));
        }
        changed.execute();
    }

    private boolean firstFree(Anchor anchor, int from, int pace) {
        for (int days = from; days >= Timing.least(anchor) && days <= Timing.MAX_DAYS; days += pace) {
            if (model.move(anchor, days)) {
                return true;
            }
        }
        return false;
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

    private static Side side(Timing timing) {
        return switch (timing.anchor()) {
            case DUE -> timing.days() < 0 ? Side.BEFORE : timing.days() == 0 ? Side.ON : Side.AFTER;
            case ISSUED -> Side.ISSUED;
            case LAST_CONTACT -> Side.CONTACT;
        };
    }
}
