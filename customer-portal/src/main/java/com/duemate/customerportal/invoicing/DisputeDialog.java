package com.duemate.customerportal.invoicing;

import com.duemate.customerportal.shell.Reader;
import com.duemate.platform.arrangements.Arrangements.Outcome;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Function;

/** "Something is wrong". */
final class DisputeDialog extends Dialog {

    private static final int LONGEST = 1_000;

    private final Reader reader;
    private final Function<String, Outcome> say;
    private final TextArea reason = new TextArea();

    DisputeDialog(Reader reader, Function<String, Outcome> say) {
        this.reader = reader;
        this.say = say;
        setHeaderTitle(reader.text("my.dispute.title"));
        reason.setLabel(reader.text("my.dispute.reason"));
        reason.setMaxLength(LONGEST);
        reason.setWidthFull();
        reason.setMinRows(4);
        addClassName("dm-my__dialog");
        add(new Paragraph(reader.text("my.dispute.text")), reason);
        var send = new Button(reader.text("my.dispute.send"), _ -> send());
        send.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(reader.text("my.cancel"), _ -> close()), send);
    }

    private void send() {
        if (say.apply(reason.getValue()) instanceof Outcome.Refused refused) {
            reason.setInvalid(true);
            reason.setErrorMessage(reader.text(refused.reason()));
        } else {
            close();
            Notification.show(reader.text("my.dispute.done"));
        }
    }
}
