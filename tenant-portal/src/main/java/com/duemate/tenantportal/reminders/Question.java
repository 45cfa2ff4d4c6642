package com.duemate.tenantportal.reminders;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.server.Command;

/** Asks before something is lost; its words are the keys below its name. */
class Question extends ConfirmDialog {

    Question(String name, Command yes) {
        setHeader(getTranslation("portalreminders." + name + ".title"));
        setText(getTranslation("portalreminders." + name + ".text"));
        setConfirmText(getTranslation("portalreminders." + name + ".yes"));
        addConfirmListener(_ -> yes.execute());
        setCancelable(true);
        setCancelText(getTranslation("portalreminders." + name + ".no"));
    }
}
