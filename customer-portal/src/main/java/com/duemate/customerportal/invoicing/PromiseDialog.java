package com.duemate.customerportal.invoicing;

import com.duemate.customerportal.shell.Reader;
import com.duemate.platform.arrangements.Arrangements;
import com.duemate.platform.arrangements.Arrangements.Outcome;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import java.time.LocalDate;
import java.util.function.Function;

/** "I will pay on ...". */
final class PromiseDialog extends Dialog {

    private final Reader reader;
    private final Function<LocalDate, Outcome> say;
    private final DatePicker day = new DatePicker();

    PromiseDialog(Reader reader, Function<LocalDate, Outcome> say) {
        this.reader = reader;
        this.say = say;
        setHeaderTitle(reader.text("my.promise.title"));
        day.setLabel(reader.text("my.promise.day"));
        day.setLocale(reader.customer().locale());
        day.setMin(reader.today());
        day.setMax(reader.today().plusDays(Arrangements.MOST_DAYS_AHEAD));
        day.setWidthFull();
        addClassName("dm-my__dialog");
        add(new Paragraph(reader.text("my.promise.text")), day);
        var send = new Button(reader.text("my.promise.send"), _ -> send());
        send.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(reader.text("my.cancel"), _ -> close()), send);
    }

    private void send() {
        if (day.isEmpty()) {
            refuse("my.promise.noDay");
        } else if (say.apply(day.getValue()) instanceof Outcome.Refused refused) {
            refuse(refused.reason());
        } else {
            close();
            Notification.show(reader.text("my.promise.done"));
        }
    }

    private void refuse(String reason) {
        day.setInvalid(true);
        day.setErrorMessage(reader.text(reason));
    }
}
