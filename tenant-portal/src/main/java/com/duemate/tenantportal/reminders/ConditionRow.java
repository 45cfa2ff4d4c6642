package com.duemate.tenantportal.reminders;

import com.duemate.platform.customers.Customers;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.reminders.Condition;
import com.duemate.platform.reminders.Condition.Kind;
import com.duemate.tenantportal.look.Refusals;
import com.duemate.tenantportal.look.Sign;
import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.Command;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** One condition in hand: what is looked at, and the value it is held against. */
class ConditionRow extends Div {

    private static final String VALUE = "value";

    private final Reader reader;
    private final Customers customers;
    private final ConditionWords words;
    private final Command changed;
    private final Select<Kind> kind = new Select<>();
    private final Div value = new Div();
    private Condition condition;
    private Refusals refusals = new Refusals();

    ConditionRow(
            Reader reader,
            Customers customers,
            ConditionWords words,
            Condition before,
            Command changed,
            SerializableConsumer<ConditionRow> remove) {
        this.reader = reader;
        this.customers = customers;
        this.words = words;
        this.changed = changed;
        condition = before;
        addClassName("dm-condition");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", reader.text("portalreminders.rule.condition"));
        kind.setAriaLabel(reader.text("portalreminders.rule.kind"));
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(one -> reader.text("portalreminders.asks." + one));
        kind.setValue(before.kind());
        kind.addValueChangeListener(change -> {
            show(fresh(reader, change.getValue()));
            changed.execute();
        });
        value.addClassName("dm-condition__value");
        var out = new Button(Sign.CLOSE.create(), _ -> remove.accept(this));
        out.setAriaLabel(reader.text("portalreminders.rule.removeCondition"));
        out.addThemeVariants(ButtonVariant.TERTIARY);
        add(kind, value, out);
        show(before);
    }

    /** What somebody starts from who asks for this. */
    static Condition fresh(Reader reader, Kind kind) {
        var currency = reader.tenant().currency();
        return switch (kind) {
            case AMOUNT_AT_LEAST, AMOUNT_AT_MOST -> new Condition.Amount(kind, Money.zero(currency));
            case CURRENCY -> new Condition.Code(kind, currency.getCurrencyCode());
            case LANGUAGE, COUNTRY -> new Condition.Code(kind, "");
            case CUSTOMER_IS -> new Condition.OneOf(List.of());
            case CUSTOMER_NAME_CONTAINS, CUSTOMER_NUMBER_BEGINS, SUBJECT_CONTAINS, NUMBER_BEGINS ->
                new Condition.Text(kind, "");
            case TERMS_AT_LEAST -> new Condition.Count(kind, 30);
            case PAID_LATE_AT_LEAST -> new Condition.Count(kind, 2);
        };
    }

    /** As it stands; may have a problem. */
    Condition condition() {
        return condition;
    }

    void refuse(String why) {
        refusals.show(VALUE, why);
    }

    void focus() {
        kind.focus();
    }

    private void become(Condition now) {
        condition = now;
        changed.execute();
    }

    private void show(Condition now) {
        condition = now;
        refusals = new Refusals();
        value.removeAll();
        switch (now) {
            case Condition.Amount it -> showAmount(it);
            case Condition.Code it -> showCode(it);
            case Condition.OneOf it -> showCustomers(it);
            case Condition.Text it -> showText(it);
            case Condition.Count it -> showCount(it);
        }
    }

    private void showAmount(Condition.Amount it) {
        var amount = new BigDecimalField();
        amount.setAriaLabel(reader.text("portalreminders.rule.amount"));
        amount.setLocale(reader.formats().locale());
        if (!it.amount().isZero()) {
            amount.setValue(it.amount().decimal());
        }
        var currency = new ComboBox<String>();
        currency.setAriaLabel(reader.text("portalreminders.asks.CURRENCY"));
        currency.setItems(codes(Kind.CURRENCY));
        currency.setValue(it.amount().currencyCode());
        currency.addClassName("dm-condition__currency");
        refusals.at(VALUE, amount);
        Command read = () -> {
            var in = Optional.ofNullable(currency.getValue())
                    .map(Currency::getInstance)
                    .orElse(it.amount().currency());
            try {
                become(new Condition.Amount(
                        it.kind(),
                        Optional.ofNullable(amount.getValue())
                                .map(typed -> Money.ofDecimal(typed, in))
                                .orElse(Money.zero(in))));
            } catch (ArithmeticException _) {
                become(new Condition.Amount(it.kind(), Money.zero(in)));
                refuse(reader.text("portalreminders.editor.minimumDigits"));
            }
        };
        amount.addValueChangeListener(_ -> read.execute());
        currency.addValueChangeListener(_ -> read.execute());
        value.add(amount, currency);
    }

    private void showCode(Condition.Code it) {
        var code = new ComboBox<String>();
        code.setAriaLabel(reader.text("portalreminders.asks." + it.kind()));
        code.setItems(codes(it.kind()));
        code.setItemLabelGenerator(one -> words.code(it.kind(), one));
        if (!it.code().isEmpty()) {
            code.setValue(it.code());
        }
        refusals.at(VALUE, code);
        code.addValueChangeListener(change -> become(new Condition.Code(
                it.kind(), Optional.ofNullable(change.getValue()).orElse(""))));
        value.add(code);
    }

    private void showCustomers(Condition.OneOf it) {
        var some = new CustomersField[1];
        some[0] = new CustomersField(reader, customers, words, () -> become(new Condition.OneOf(some[0].chosen())));
        some[0].choose(it.customers());
        refusals.at(VALUE, some[0].field());
        value.add(some[0]);
    }

    private void showText(Condition.Text it) {
        var text = new TextField();
        text.setAriaLabel(reader.text("portalreminders.rule.text"));
        text.setPlaceholder(reader.text("portalreminders.rule.text"));
        text.setMaxLength(Condition.MAX_TEXT_LENGTH);
        text.setValue(it.text());
        text.setValueChangeMode(ValueChangeMode.LAZY);
        refusals.at(VALUE, text);
        text.addValueChangeListener(change -> become(new Condition.Text(it.kind(), change.getValue())));
        value.add(text);
    }

    private void showCount(Condition.Count it) {
        var count = new IntegerField();
        count.setAriaLabel(reader.text("portalreminders.asks." + it.kind()));
        count.setMin(1);
        count.setMax(Condition.Count.most(it.kind()));
        count.setStepButtonsVisible(true);
        count.setValue(it.least());
        count.setSuffixComponent(new Span(reader.text("portalreminders.counts." + it.kind())));
        refusals.at(VALUE, count);
        count.addValueChangeListener(change -> become(new Condition.Count(
                it.kind(), Optional.ofNullable(change.getValue()).orElse(0))));
        value.add(count);
    }

    /** Those one may choose from, by their names. */
    private List<String> codes(Kind of) {
        var all =
                switch (of) {
                    case CURRENCY ->
                        Currency.getAvailableCurrencies().stream()
                                .filter(one -> one.getDefaultFractionDigits() >= 0)
                                .map(Currency::getCurrencyCode);
                    case LANGUAGE -> Stream.of(Locale.getISOLanguages());
                    default -> Arrays.stream(Locale.getISOCountries());
                };
        return all.sorted(Comparator.comparing(one -> words.code(of, one))).toList();
    }
}
