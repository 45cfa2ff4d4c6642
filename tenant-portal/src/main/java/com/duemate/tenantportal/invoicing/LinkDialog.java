package com.duemate.tenantportal.invoicing;

import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;

/** A payment link to be copied by hand, where the browser keeps its clipboard to itself. */
class LinkDialog extends Dialog {

    LinkDialog(String url, Reader reader) {
        setHeaderTitle(reader.text("portalinvoicing.link.title"));
        setWidth("32rem");
        var field = new TextField();
        field.setValue(url);
        field.setReadOnly(true);
        field.setAutoselect(true);
        field.setWidthFull();
        field.setAriaLabel(reader.text("portalinvoicing.link.title"));
        add(field);
        getFooter().add(new Button(reader.text("portal.close"), _ -> close()));
        field.focus();
    }
}
