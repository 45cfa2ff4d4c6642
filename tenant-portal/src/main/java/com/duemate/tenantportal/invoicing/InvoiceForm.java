package com.duemate.tenantportal.invoicing;

import com.duemate.platform.customers.CustomerDetails;
import com.duemate.platform.customers.Customers;
import com.duemate.platform.invoicing.DraftInvoice;
import com.duemate.platform.invoicing.InvoiceDetails;
import com.duemate.tenantportal.shell.Notice;
import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of an invoice; a refusal stands at the field it is about. */
class InvoiceForm extends Div {

    private final Reader reader;
    private final CustomerPicker customer;
    private final TextField number = new TextField();
    private final TextField subject = new TextField();
    private final DatePicker issuedOn = new DatePicker();
    private final DatePicker dueOn = new DatePicker();
    private final TermsSelect terms;
    private final ComboBox<String> currency = new ComboBox<>();
    private final LinesEditor lines;
    private final Map<String, Component> fields = new LinkedHashMap<>();

    InvoiceForm(Reader reader, Customers customers) {
        this.reader = reader;
        addClassName("dm-form");
        customer = new CustomerPicker(reader, customers);
        lines = new LinesEditor(reader);
        terms = new TermsSelect(reader, issuedOn, dueOn);
        buildCurrency();
        issuedOn.setLocale(reader.formats().locale());
        dueOn.setLocale(reader.formats().locale());
        number.setPlaceholder(reader.text("portalinvoicing.form.numberNext"));
        issuedOn.setValue(reader.today());
        terms.choose(TermsSelect.USUAL_DAYS);
        field("customer", customer, true);
        field("subject", subject, false);
        field("number", number, false);
        field("issuedOn", issuedOn, false);
        add(terms);
        field("dueOn", dueOn, false);
        field("currency", currency, false);
        lines.addClassName("dm-form__wide");
        add(lines);
    }

    void customer(CustomerDetails chosen) {
        customer.setValue(chosen);
    }

    /** Customer and currency of an issued invoice stay what they are. */
    void fixCustomer(boolean fixed) {
        customer.setReadOnly(fixed);
        currency.setReadOnly(fixed);
    }

    void fill(InvoiceDetails invoice) {
        var summary = invoice.summary();
        number.setValue(summary.number());
        subject.setValue(Optional.ofNullable(summary.subject()).orElse(""));
        currency.setValue(summary.total().currencyCode());
        issuedOn.setValue(summary.issuedOn());
        dueOn.setValue(summary.dueOn());
        terms.read();
        lines.fill(invoice.lines());
    }

    /** What was typed; empty, with the fields marked, when something is missing. */
    Optional<DraftInvoice> draft() {
        fields.values().forEach(InvoiceForm::clear);
        boolean complete = required(customer, "portalinvoicing.form.customerMissing")
                & required(issuedOn, "portalinvoicing.form.dateMissing")
                & required(dueOn, "portalinvoicing.form.dateMissing");
        var typed = lines.lines();
        if (!complete || typed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DraftInvoice(
                customer.getValue().id(),
                blankToNull(number.getValue()),
                issuedOn.getValue(),
                dueOn.getValue(),
                currency.getValue(),
                typed.get(),
                blankToNull(subject.getValue())));
    }

    /** Shows why the front desk refused, where it belongs. */
    void refuse(String name, String reason) {
        if (name.equals("lines")) {
            lines.refuse(reason);
        } else if (fields.get(name) instanceof HasValidation field) {
            field.setErrorMessage(reason);
            field.setInvalid(true);
            if (fields.get(name) instanceof Focusable<?> focusable) {
                focusable.focus();
            }
        } else {
            Notice.refused(reason);
        }
    }

    private void buildCurrency() {
        currency.setItems(Currency.getAvailableCurrencies().stream()
                .filter(one -> one.getDefaultFractionDigits() >= 0)
                .map(Currency::getCurrencyCode)
                .sorted()
                .toList());
        currency.addValueChangeListener(change -> lines.currency(Optional.ofNullable(change.getValue())
                .map(Currency::getInstance)
                .orElse(reader.tenant().currency())));
        currency.setValue(reader.tenant().currency().getCurrencyCode());
    }

    private <F extends Component & HasValidation> void field(String name, F field, boolean wide) {
        field.setManualValidation(true);
        field.getElement().setProperty("label", reader.text("portalinvoicing.field." + name));
        if (wide) {
            field.getElement().getClassList().add("dm-form__wide");
        }
        fields.put(name, field);
        add(field);
    }

    private <F extends HasValue<?, ?> & HasValidation> boolean required(F field, String message) {
        if (field.isEmpty()) {
            field.setErrorMessage(reader.text(message));
            field.setInvalid(true);
        }
        return !field.isEmpty();
    }

    private static void clear(Component field) {
        if (field instanceof HasValidation validated) {
            validated.setInvalid(false);
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
