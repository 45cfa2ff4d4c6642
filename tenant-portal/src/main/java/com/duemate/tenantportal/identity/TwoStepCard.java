package com.duemate.tenantportal.identity;

import com.duemate.platform.identity.SecondFactor;
import com.duemate.tenantportal.look.Refusals;
import com.duemate.tenantportal.look.StatusBadge;
import com.duemate.tenantportal.look.Tone;
import com.duemate.tenantportal.shell.Notice;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializablePredicate;

/** One's own second step at sign-in: set it up with an app, or turn it off with a code. */
class TwoStepCard extends Section {

    private static final int DIGITS = 6;

    private final SecondFactor secondFactor;
    private final Div head = new Div();
    private final Div card = new Div();

    TwoStepCard(SecondFactor secondFactor) {
        this.secondFactor = secondFactor;
        addClassName("dm-section");
        head.addClassName("dm-section__head");
        card.addClassNames("dm-card", "dm-stack", "dm-card--start");
        add(head, card);
    }

    void load() {
        boolean on = secondFactor.enrolled();
        head.removeAll();
        head.add(
                new H2(getTranslation("portalidentity.twoStep.title")),
                on
                        ? new StatusBadge(Tone.GOOD, getTranslation("portalidentity.twoStep.on"))
                        : new StatusBadge(Tone.SOON, getTranslation("portalidentity.twoStep.off")));
        card.removeAll();
        card.add(words(on ? "portalidentity.twoStep.explainOn" : "portalidentity.twoStep.explainOff"));
        if (on) {
            card.add(new Button(getTranslation("portalidentity.twoStep.turnOff"), _ -> turnOff()));
        } else {
            var setUp = new Button(getTranslation("portalidentity.twoStep.setUp"), _ -> setUp());
            setUp.addThemeVariants(ButtonVariant.PRIMARY);
            card.add(setUp);
        }
    }

    private void setUp() {
        var offer = secondFactor.offer();
        var key = new Code(offer.secret().replaceAll("(.{4})", "$1 ").strip());
        key.addClassNames("dm-mono", "dm-secret__text");
        var byHand = new Span(new Span(getTranslation("portalidentity.twoStep.byHand")), key);
        byHand.addClassNames("dm-small", "dm-quiet", "dm-stack");
        var scan = new Div(new QrPicture(offer.uri(), getTranslation("portalidentity.twoStep.picture")), byHand);
        scan.addClassName("dm-scan");
        var steps = new OrderedList(
                step("portalidentity.twoStep.step1", scan),
                step(
                        "portalidentity.twoStep.step2",
                        codeLine("portalidentity.twoStep.confirm", secondFactor::confirm, "turnedOn")));
        steps.addClassName("dm-steps");
        card.removeAll();
        card.add(steps);
    }

    private void turnOff() {
        card.removeAll();
        card.add(
                words("portalidentity.twoStep.offHow"),
                codeLine("portalidentity.twoStep.turnOff", secondFactor::disable, "turnedOff"));
    }

    private Div codeLine(String button, SerializablePredicate<String> command, String done) {
        var code = new TextField(getTranslation("portalidentity.twoStep.code"));
        code.addClassName("dm-code");
        code.setMaxLength(DIGITS + 1);
        code.getElement().setAttribute("inputmode", "numeric");
        code.getElement().setAttribute("autocomplete", "one-time-code");
        var refusals = new Refusals().at("code", code);
        var go = new Button(getTranslation(button));
        go.addThemeVariants(ButtonVariant.PRIMARY);
        go.addClickListener(_ -> {
            if (command.test(code.getValue().replace(" ", ""))) {
                Notice.done(getTranslation("portalidentity.twoStep." + done));
                load();
            } else {
                refusals.show("code", getTranslation("portalidentity.twoStep." + done + "Not"));
            }
        });
        code.addKeyPressListener(Key.ENTER, _ -> go.click());
        var cancel = new Button(getTranslation("portal.cancel"), _ -> load());
        cancel.addThemeVariants(ButtonVariant.TERTIARY);
        var buttons = new Div(go, cancel);
        buttons.addClassName("dm-toolbar");
        var line = new Div(code, buttons);
        line.addClassName("dm-code-line");
        code.focus();
        return line;
    }

    private ListItem step(String key, Component what) {
        var item = new ListItem(words(key));
        item.add(what);
        return item;
    }

    private Paragraph words(String key) {
        var words = new Paragraph(getTranslation(key));
        words.addClassName("dm-prose");
        return words;
    }
}
