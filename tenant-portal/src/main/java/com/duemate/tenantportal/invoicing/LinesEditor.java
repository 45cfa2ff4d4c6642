package com.duemate.tenantportal.invoicing;

import com.duemate.platform.invoicing.DraftInvoice.Line;
import com.duemate.platform.kernel.Money;
import com.duemate.tenantportal.look.Sign;
import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** The lines of an invoice while they are written; there is always at least one. */
class LinesEditor extends Section {

    private final Reader reader;
    private final List<LineFields> rows = new ArrayList<>();
    private final Div list = new Div();
    private final Span total = new Span();
    private final Paragraph error = new Paragraph();
    private Currency currency;

    LinesEditor(Reader reader) {
        this.reader = reader;
        currency = reader.tenant().currency();
        addClassName("dm-section");
        var head = new Div(new H2(reader.text("portalinvoicing.form.lines")));
        head.addClassName("dm-section__head");
        list.addClassName("dm-lines");
        error.addClassName("dm-lines__error");
        error.getElement().setAttribute("role", "alert");
        error.setVisible(false);
        var more = new Button(reader.text("portalinvoicing.form.addLine"), Sign.PLUS.create(), _ -> addLine()
                .focus());
        more.addThemeVariants(ButtonVariant.TERTIARY);
        total.addClassNames("dm-amount", "dm-amount--large");
        var foot = new Div(more, total);
        foot.addClassName("dm-lines__foot");
        add(head, list, error, foot);
        addLine();
    }

    void currency(Currency chosen) {
        currency = chosen;
        rows.forEach(row -> row.currency(chosen));
        sum();
    }

    void fill(List<Line> lines) {
        rows.clear();
        list.removeAll();
        lines.forEach(line -> addLine().fill(line));
        sum();
    }

    /** What was typed; empty, with the fields marked, when an amount cannot be read. */
    Optional<List<Line>> lines() {
        error.setVisible(false);
        var lines = new ArrayList<Line>();
        boolean complete = true;
        for (var row : rows) {
            if (row.isBlank() && rows.size() > 1) {
                continue;
            }
            var line = row.line();
            line.ifPresentOrElse(lines::add, row::markAmounts);
            complete &= line.isPresent();
        }
        return complete ? Optional.of(lines) : Optional.empty();
    }

    void refuse(String reason) {
        error.setText(reason);
        error.setVisible(true);
    }

    private LineFields addLine() {
        var row = new LineFields(reader, this::sum, this::remove);
        row.currency(currency);
        rows.add(row);
        list.add(row);
        rows.forEach(one -> one.removable(rows.size() > 1));
        return row;
    }

    private void remove(LineFields row) {
        rows.remove(row);
        list.remove(row);
        rows.forEach(one -> one.removable(rows.size() > 1));
        sum();
    }

    private void sum() {
        long minor = 0;
        for (var row : rows) {
            minor += row.totalMinor();
        }
        total.setText(reader.money(new Money(minor, currency)));
    }
}
