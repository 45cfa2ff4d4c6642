package com.duemate.tenantportal.customers;

import com.duemate.platform.customers.CustomerDetails;
import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableConsumer;

/** Asks why reminders to a customer should rest. */
class HoldDialog extends Dialog {

    private static final int MAX_REASON = 500;

    HoldDialog(CustomerDetails customer, Reader reader, SerializableConsumer<String> act) {
        setHeaderTitle(reader.text("portalcustomers.hold.title", customer.name()));
        setWidth("28rem");
        var reason = new TextArea(reader.text("portalcustomers.hold.reason"));
        reason.setMaxLength(MAX_REASON);
        reason.setManualValidation(true);
        reason.setWidthFull();
        add(new Paragraph(reader.text("portalcustomers.hold.follows")), reason);
        var go = new Button(reader.text("portalcustomers.hold.set"), _ -> {
            if (reason.getValue().isBlank()) {
                reason.setErrorMessage(reader.text("portalcustomers.hold.missing"));
                reason.setInvalid(true);
            } else {
                close();
                act.accept(reason.getValue().strip());
            }
        });
        go.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(reader.text("portal.cancel"), _ -> close()), go);
        reason.focus();
    }
}
