package com.duemate.tenantportal.invoicing;

import com.duemate.platform.invoicing.DraftInvoice.Line;
import com.duemate.platform.kernel.Money;
import com.duemate.tenantportal.look.Sign;
import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import com.vaadin.flow.server.Command;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Consumer;

/** One line of an invoice while it is written. */
class LineFields extends Div {

    private static final int QUANTITY_DECIMALS = 3;

    private final Reader reader;
    private final TextField description = new TextField();
    private final BigDecimalField quantity = new BigDecimalField();
    private final BigDecimalField unit = new BigDecimalField();
    private final Span amount = new Span();
    private final Button remove;
    private Currency currency;

    LineFields(Reader reader, Command changed, Consumer<LineFields> onRemove) {
        this.reader = reader;
        currency = reader.tenant().currency();
        addClassName("dm-line");
        description.setLabel(reader.text("portalinvoicing.line.description"));
        description.addClassName("dm-line__words");
        quantity.setLabel(reader.text("portalinvoicing.line.quantity"));
        unit.setLabel(reader.text("portalinvoicing.line.unit"));
        for (var number : new BigDecimalField[] {quantity, unit}) {
            number.setLocale(reader.formats().locale());
            number.setAutoselect(true);
            number.setManualValidation(true);
            number.addThemeVariants(TextFieldVariant.ALIGN_RIGHT);
            number.addValueChangeListener(_ -> {
                number.setInvalid(false);
                show();
                changed.execute();
            });
        }
        quantity.setValue(BigDecimal.ONE);
        amount.addClassNames("dm-amount", "dm-line__amount");
        remove = new Button(Sign.CLOSE.create(), _ -> onRemove.accept(this));
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        remove.setAriaLabel(reader.text("portalinvoicing.line.remove"));
        remove.addClassName("dm-line__remove");
        add(description, quantity, unit, amount, remove);
        show();
    }

    void focus() {
        description.focus();
    }

    void removable(boolean may) {
        remove.setVisible(may);
    }

    void currency(Currency chosen) {
        currency = chosen;
        show();
    }

    void fill(Line line) {
        description.setValue(line.description());
        quantity.setValue(plain(BigDecimal.valueOf(line.quantity(), QUANTITY_DECIMALS)));
        unit.setValue(new Money(line.unitMinor(), currency).decimal());
    }

    boolean isBlank() {
        return description.isEmpty() && unit.isEmpty();
    }

    /** Empty when an amount is missing, or has more decimals than there are. */
    Optional<Line> line() {
        if (quantity.getValue() == null || unit.getValue() == null) {
            return Optional.empty();
        }
        try {
            long thousandths = quantity.getValue()
                    .movePointRight(QUANTITY_DECIMALS)
                    .stripTrailingZeros()
                    .longValueExact();
            long minor = Money.ofDecimal(unit.getValue(), currency).minor();
            return Optional.of(new Line(description.getValue(), thousandths, minor));
        } catch (ArithmeticException _) {
            return Optional.empty();
        }
    }

    /** Minor units; 0 while the line cannot be read. */
    long totalMinor() {
        try {
            return line().map(line -> Math.clamp(line.totalMinor(), -Money.MAX_MINOR, Money.MAX_MINOR))
                    .orElse(0L);
        } catch (ArithmeticException _) {
            return 0;
        }
    }

    void markAmounts() {
        mark(quantity, "portalinvoicing.line.quantityWrong");
        mark(unit, "portalinvoicing.line.unitWrong");
    }

    private void mark(BigDecimalField field, String message) {
        int decimals = field == quantity ? QUANTITY_DECIMALS : Money.digits(currency);
        var value = field.getValue();
        if (value == null || value.stripTrailingZeros().scale() > decimals) {
            field.setErrorMessage(reader.text(message));
            field.setInvalid(true);
        }
    }

    private void show() {
        amount.setText(reader.money(new Money(totalMinor(), currency)));
    }

    private static BigDecimal plain(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
