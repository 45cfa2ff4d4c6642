package com.duemate.tenantportal.reminders;

import com.duemate.platform.reminders.Tasks;
import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableConsumer;

/** Asks what came of a task that is done. */
class DoneDialog extends Dialog {

    DoneDialog(Reader reader, SerializableConsumer<String> act) {
        setHeaderTitle(reader.text("portalreminders.tasks.doneTitle"));
        setWidth("28rem");
        var note = new TextArea(reader.text("portalreminders.tasks.note"));
        note.setHelperText(reader.text("portalreminders.tasks.noteHelp"));
        note.setMaxLength(Tasks.MAX_NOTE_LENGTH);
        note.setWidthFull();
        add(note);
        var go = new Button(reader.text("portalreminders.tasks.save"), _ -> {
            close();
            act.accept(note.getValue());
        });
        go.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(reader.text("portal.cancel"), _ -> close()), go);
        note.focus();
    }
}
