package com.duemate.tenantportal.invoicing;

import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Payment terms: days from the issue date to the due date. Moves the due date, and follows it. */
class TermsSelect extends Select<Integer> {

    static final int USUAL_DAYS = 30;

    private static final int OTHER = -1;
    private static final List<Integer> DAYS = List.of(0, 7, 14, USUAL_DAYS, 60, 90, OTHER);

    private final DatePicker issuedOn;
    private final DatePicker dueOn;
    private boolean moving;

    TermsSelect(Reader reader, DatePicker issuedOn, DatePicker dueOn) {
        this.issuedOn = issuedOn;
        this.dueOn = dueOn;
        setLabel(reader.text("portalinvoicing.field.terms"));
        setItems(DAYS);
        setItemLabelGenerator(days -> days == OTHER
                ? reader.text("portalinvoicing.terms.other")
                : reader.text("portalinvoicing.terms.days", days));
        addValueChangeListener(_ -> move());
        issuedOn.addValueChangeListener(_ -> move());
        dueOn.addValueChangeListener(_ -> read());
    }

    void choose(int days) {
        setValue(days);
        move();
    }

    private void move() {
        var days = getValue();
        LocalDate from = issuedOn.getValue();
        if (!moving && days != null && days != OTHER && from != null) {
            moving = true;
            dueOn.setValue(from.plusDays(days));
            moving = false;
        }
    }

    /** Says in terms what the two dates are. */
    void read() {
        LocalDate from = issuedOn.getValue();
        LocalDate to = dueOn.getValue();
        if (!moving && from != null && to != null) {
            moving = true;
            int days = Math.toIntExact(ChronoUnit.DAYS.between(from, to));
            setValue(DAYS.contains(days) ? days : OTHER);
            moving = false;
        }
    }
}
