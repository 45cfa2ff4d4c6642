package com.duemate.tenantportal.invoicing;

import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Predicate;

/** Says what follows, asks for the reason, and does it. */
class ReasonDialog extends Dialog {

    private static final int MAX_REASON = 500;

    private final TextArea reason = new TextArea();
    private final Reader reader;
    private final Predicate<String> act;

    /** @param what names the texts; @param act true when it was done and the dialog may close */
    ReasonDialog(String what, String name, Reader reader, Predicate<String> act) {
        this.reader = reader;
        this.act = act;
        setHeaderTitle(reader.text("portalinvoicing." + what + ".title", name));
        setWidth("28rem");
        reason.setLabel(reader.text("portalinvoicing.reason.label"));
        reason.setPlaceholder(reader.text("portalinvoicing." + what + ".example"));
        reason.setMaxLength(MAX_REASON);
        reason.setManualValidation(true);
        reason.setWidthFull();
        add(new Paragraph(reader.text("portalinvoicing." + what + ".follows")), reason);
        var go = new Button(reader.text("portalinvoicing.action." + what), _ -> act());
        go.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(reader.text("portal.cancel"), _ -> close()), go);
        reason.focus();
    }

    private void act() {
        if (reason.getValue().isBlank()) {
            reason.setErrorMessage(reader.text("portalinvoicing.reason.missing"));
            reason.setInvalid(true);
            reason.focus();
        } else if (act.test(reason.getValue().strip())) {
            close();
        }
    }
}
