package com.duemate.tenantportal.tenancy;

import com.duemate.tenantportal.look.StatusBadge;
import com.duemate.tenantportal.look.Tone;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.function.SerializableConsumer;

/** Whether messages leave, what that means, and the switch; going live is asked twice. */
class TestModeCard extends Section {

    private final SerializableConsumer<Boolean> onChange;

    TestModeCard(boolean testMode, SerializableConsumer<Boolean> onChange) {
        this.onChange = onChange;
        addClassName("dm-section");
        var head = new Div(
                new H2(getTranslation("portaltenancy.mode.title")),
                testMode
                        ? new StatusBadge(Tone.HELD, getTranslation("portaltenancy.mode.on"))
                        : new StatusBadge(Tone.GOOD, getTranslation("portaltenancy.mode.off")));
        head.addClassName("dm-section__head");
        var words = new Paragraph(
                getTranslation(testMode ? "portaltenancy.mode.explainOn" : "portaltenancy.mode.explainOff"));
        words.addClassNames("dm-quiet", "dm-prose");
        var change = new Button(
                getTranslation(testMode ? "portaltenancy.mode.turnOff" : "portaltenancy.mode.turnOn"),
                _ -> ask(testMode));
        var card = new Div(words, change);
        card.addClassNames("dm-card", "dm-stack", "dm-card--start");
        add(head, card);
    }

    private void ask(boolean testMode) {
        if (!testMode) {
            onChange.accept(true);
            return;
        }
        var sure = new ConfirmDialog(
                getTranslation("portaltenancy.mode.sureTitle"),
                getTranslation("portaltenancy.mode.sure"),
                getTranslation("portaltenancy.mode.turnOff"),
                _ -> onChange.accept(false));
        sure.setCancelable(true);
        sure.setCancelText(getTranslation("portal.cancel"));
        sure.open();
    }
}
