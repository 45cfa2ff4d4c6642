package com.duemate.tenantportal.reminders;

import com.duemate.platform.reminders.safety.SendingStops;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;

/** Says what follows, asks why, and stops. */
class StopDialog extends Dialog {

    private final TextArea why = new TextArea();
    private final SerializableConsumer<String> stop;

    /** @param title whose reminders; @param follows what happens then; @param stop gets the reason */
    StopDialog(String title, String follows, SerializableConsumer<String> stop) {
        this.stop = stop;
        setHeaderTitle(title);
        setWidth("28rem");
        why.setLabel(getTranslation("portalreminders.stop.why"));
        why.setMaxLength(SendingStops.MAX_WORDS);
        why.setManualValidation(true);
        why.setValueChangeMode(ValueChangeMode.EAGER);
        why.setWidthFull();
        add(new Paragraph(follows), why);
        var go = new Button(getTranslation("portalreminders.stop.go"), _ -> go());
        go.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        getFooter().add(new Button(getTranslation("portal.cancel"), _ -> close()), go);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                why.focus();
            }
        });
    }

    private void go() {
        if (why.getValue().isBlank()) {
            why.setErrorMessage(getTranslation("portalreminders.stop.missing"));
            why.setInvalid(true);
            why.focus();
            return;
        }
        stop.accept(why.getValue().strip());
        close();
    }
}
