package com.duemate.customerportal.invoicing;

import com.duemate.customerportal.parts.Amount;
import com.duemate.customerportal.shell.Reader;
import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.InvoiceSummary;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The open invoices of one currency, what those chosen come to, and the way to pay them. */
final class PayList extends Section {

    private final Reader reader;
    private final Currency currency;
    private final Consumer<List<InvoiceId>> pay;
    private final Map<InvoiceSummary, Checkbox> choices = new LinkedHashMap<>();
    private final Span sum = new Span();
    private final Button button = new Button();

    PayList(Reader reader, Currency currency, OpenItems items, Consumer<List<InvoiceId>> pay) {
        this.reader = reader;
        this.currency = currency;
        this.pay = pay;
        addClassName("dm-section");
        var list = new UnorderedList();
        list.addClassNames("dm-rows", "dm-card", "dm-card--flush");
        list.getElement().setAttribute("aria-label", reader.text("my.open.title"));
        items.byCurrency().getOrDefault(currency, List.of()).forEach(invoice -> list.add(row(invoice, items)));
        add(list, foot());
        count();
    }

    private ListItem row(InvoiceSummary invoice, OpenItems items) {
        var choice = new Checkbox();
        choice.setAriaLabel(reader.text("my.open.choose", Map.of("number", invoice.number())));
        choice.setValue(items.payable(invoice));
        choice.setEnabled(items.payable(invoice));
        choice.addValueChangeListener(_ -> count());
        choices.put(invoice, choice);
        var name = new Anchor(
                "my/invoices/" + invoice.id(), reader.text("my.invoice", Map.of("number", invoice.number())));
        name.addClassName("dm-row__title");
        name.getElement().setAttribute("router-link", true);
        var state = new Span(InvoiceBadges.of(reader, invoice, !items.payable(invoice), items.arranged(invoice.id())));
        state.addClassName("dm-row__more");
        var words = new Div(name, state);
        words.addClassName("dm-my__words");
        var row = new Div(choice, words, new Amount(reader.money(invoice.open())));
        row.addClassName("dm-my__choice");
        return new ListItem(row);
    }

    private Div foot() {
        button.addThemeVariants(ButtonVariant.PRIMARY);
        button.setDisableOnClick(true);
        button.addClickListener(
                _ -> pay.accept(chosen().stream().map(InvoiceSummary::id).toList()));
        sum.addClassName("dm-quiet");
        var foot = new Div(sum, button);
        foot.addClassName("dm-my__pay");
        return foot;
    }

    private List<InvoiceSummary> chosen() {
        return choices.entrySet().stream()
                .filter(choice -> choice.getValue().getValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    private void count() {
        var chosen = chosen();
        var amount = reader.money(OpenItems.sum(currency, chosen));
        sum.setText(reader.text("my.open.chosen", Map.of("count", chosen.size(), "all", choices.size())));
        button.setText(reader.text("my.pay", Map.of("amount", amount)));
        button.setEnabled(!chosen.isEmpty());
    }
}
