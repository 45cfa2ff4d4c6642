package com.duemate.tenantportal.reminders;

import com.duemate.platform.reminders.safety.SendingStops;
import com.duemate.tenantportal.shell.Notice;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.server.Command;

/** The tenant's own switch that stops all reminders at once. */
class StopCard extends Section {

    private final SendingStops stops;
    private final Command changed;

    StopCard(SendingStops stops, Command changed) {
        this.stops = stops;
        this.changed = changed;
        addClassName("dm-section");
        var head = new Div(new H2(getTranslation("portalreminders.stop.title")));
        head.addClassName("dm-section__head");
        var words = new Paragraph(getTranslation("portalreminders.stop.explain"));
        words.addClassNames("dm-quiet", "dm-prose");
        var stop = new Button(getTranslation("portalreminders.stop.button"), _ -> ask());
        stop.addThemeVariants(ButtonVariant.ERROR);
        var card = new Div(words, stop);
        card.addClassNames("dm-card", "dm-stack", "dm-card--start");
        add(head, card);
    }

    private void ask() {
        new StopDialog(
                        getTranslation("portalreminders.stop.sureTitle"),
                        getTranslation("portalreminders.stop.sure"),
                        this::stop)
                .open();
    }

    private void stop(String words) {
        stops.stop(words);
        Notice.done(getTranslation("portalreminders.stop.done"));
        changed.execute();
    }
}
