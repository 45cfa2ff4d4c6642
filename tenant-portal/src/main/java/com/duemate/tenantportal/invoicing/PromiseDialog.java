package com.duemate.tenantportal.invoicing;

import com.duemate.platform.arrangements.Arrangements;
import com.duemate.platform.invoicing.InvoiceSummary;
import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.Command;

/** Notes the day by which a customer promised to pay. */
class PromiseDialog extends Dialog {

    private static final int USUAL_DAYS = 7;

    private final DatePicker day = new DatePicker();

    PromiseDialog(Arrangements arrangements, InvoiceSummary invoice, Reader reader, Command changed) {
        setHeaderTitle(reader.text("portalinvoicing.promise.title", InvoicingNavigation.name(reader, invoice)));
        setWidth("28rem");
        day.setLabel(reader.text("portalinvoicing.promise.day"));
        day.setLocale(reader.formats().locale());
        day.setMin(reader.today());
        day.setValue(reader.today().plusDays(USUAL_DAYS));
        day.setManualValidation(true);
        day.setWidthFull();
        add(new Paragraph(reader.text("portalinvoicing.promise.follows")), day);
        var go = new Button(reader.text("portalinvoicing.action.promise"), _ -> {
            var chosen = day.getValue();
            if (chosen == null || chosen.isBefore(reader.today())) {
                day.setErrorMessage(reader.text("portalinvoicing.promise.missing"));
                day.setInvalid(true);
            } else if (InvoiceActions.told(arrangements.promise(invoice.id(), chosen), "promise", reader, changed)) {
                close();
            }
        });
        go.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(reader.text("portal.cancel"), _ -> close()), go);
    }
}
