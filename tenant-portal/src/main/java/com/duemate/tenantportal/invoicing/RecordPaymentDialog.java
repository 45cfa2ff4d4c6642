package com.duemate.tenantportal.invoicing;

import com.duemate.platform.invoicing.InvoiceSummary;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.payments.Payments;
import com.duemate.platform.payments.Payments.ManualPayment;
import com.duemate.tenantportal.shell.Notice;
import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.server.Command;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Books money that came another way than by a payment link. */
class RecordPaymentDialog extends Dialog {

    private static final List<String> METHODS = List.of("bank", "cash", "cheque", "other");

    private final Payments payments;
    private final InvoiceSummary invoice;
    private final Reader reader;
    private final Command changed;
    private final String key = "portal:" + UUID.randomUUID();
    private final BigDecimalField amount = new BigDecimalField();
    private final DatePicker day = new DatePicker();
    private final Select<String> method = new Select<>();

    RecordPaymentDialog(Payments payments, InvoiceSummary invoice, Reader reader, Command changed) {
        this.payments = payments;
        this.invoice = invoice;
        this.reader = reader;
        this.changed = changed;
        setHeaderTitle(reader.text("portalinvoicing.record.title", InvoicingNavigation.name(reader, invoice)));
        setWidth("28rem");
        amount.setLabel(reader.text("portalinvoicing.record.amount"));
        amount.setLocale(reader.formats().locale());
        amount.setValue(invoice.open().decimal());
        amount.setSuffixComponent(new Span(invoice.open().currencyCode()));
        amount.setHelperText(reader.text("portalinvoicing.record.open", reader.money(invoice.open())));
        amount.setAutoselect(true);
        amount.setManualValidation(true);
        day.setManualValidation(true);
        amount.addClassName("dm-form__wide");
        day.setLabel(reader.text("portalinvoicing.record.day"));
        day.setLocale(reader.formats().locale());
        day.setMax(reader.today());
        day.setValue(reader.today());
        method.setLabel(reader.text("portalinvoicing.record.method"));
        method.setItems(METHODS);
        method.setItemLabelGenerator(one -> reader.text("portalinvoicing.method", one));
        method.setValue(METHODS.getFirst());
        var form = new Div(amount, day, method);
        form.addClassNames("dm-form", "dm-form--tight");
        add(form);
        var go = new Button(reader.text("portalinvoicing.action.record"), _ -> book());
        go.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(reader.text("portal.cancel"), _ -> close()), go);
        addOpenedChangeListener(_ -> amount.focus());
    }

    private void book() {
        var money = money();
        if (money.isEmpty() || !money.get().isPositive()) {
            invalid("amount", reader.text("portalinvoicing.record.amountWrong"));
            return;
        }
        if (day.getValue() == null || day.getValue().isAfter(reader.today())) {
            invalid("receivedAt", reader.text("payments.refused.date"));
            return;
        }
        var payment = new ManualPayment(
                key,
                invoice.customer(),
                money.get(),
                List.of(invoice.id()),
                at(day.getValue()),
                Optional.ofNullable(method.getValue()).orElse("other"));
        switch (payments.record(payment)) {
            case Payments.Outcome.Booked _ -> {
                Notice.done(reader.text("portalinvoicing.done.record", reader.money(money.get())));
                close();
                changed.execute();
            }
            case Payments.Outcome.KeyTaken _ -> Notice.refused(reader.text("payments.refused.keyTaken"));
            case Payments.Outcome.Refused refused -> invalid(refused.field(), reader.text(refused.reason()));
        }
    }

    private Optional<Money> money() {
        try {
            return Optional.ofNullable(amount.getValue())
                    .map(typed -> Money.ofDecimal(typed, invoice.open().currency()));
        } catch (ArithmeticException _) {
            return Optional.empty();
        }
    }

    /** Today's money came now; another day's at its noon. */
    private Instant at(LocalDate day) {
        return day.equals(reader.today())
                ? reader.now()
                : day.atTime(LocalTime.NOON).atZone(reader.tenant().zone()).toInstant();
    }

    private void invalid(String field, String message) {
        Map<String, HasValidation> fields = Map.of("amount", amount, "receivedAt", day, "method", method);
        var wrong = fields.get(field);
        if (wrong == null) {
            Notice.refused(message);
        } else {
            wrong.setErrorMessage(message);
            wrong.setInvalid(true);
        }
    }
}
