package com.duemate.tenantportal.reminders;

import com.duemate.platform.customers.CustomerDetails;
import com.duemate.platform.customers.Customers;
import com.duemate.platform.customers.Customers.CustomerQuery;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.tenantportal.look.Sign;
import com.duemate.tenantportal.shell.KeysetPages;
import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.server.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Some customers: typed for one at a time, each with a way to take it out again. */
class CustomersField extends Div {

    private final Reader reader;
    private final Customers customers;
    private final ConditionWords words;
    private final Command changed;
    private final ComboBox<CustomerDetails> more = new ComboBox<>();
    private final Div chips = new Div();
    private final List<CustomerId> chosen = new ArrayList<>();
    private @Nullable String term;
    private @Nullable KeysetPages<CustomerDetails> pages;

    CustomersField(Reader reader, Customers customers, ConditionWords words, Command changed) {
        this.reader = reader;
        this.customers = customers;
        this.words = words;
        this.changed = changed;
        addClassName("dm-stack");
        chips.addClassName("dm-toolbar");
        more.setAriaLabel(reader.text("portalreminders.rule.customer"));
        more.setPlaceholder(reader.text("portalreminders.rule.customer"));
        more.setItemLabelGenerator(CustomerDetails::name);
        more.setPageSize(KeysetPages.SIZE);
        more.setManualValidation(true);
        more.setItems(this::fetch);
        more.addValueChangeListener(change -> {
            var customer = change.getValue();
            if (customer != null) {
                words.learn(customer);
                take(customer.id());
                more.clear();
            }
        });
        add(more, chips);
    }

    void choose(List<CustomerId> before) {
        chosen.addAll(before);
        draw();
    }

    List<CustomerId> chosen() {
        return List.copyOf(chosen);
    }

    /** Where words about a wrong choice belong. */
    ComboBox<CustomerDetails> field() {
        return more;
    }

    private void take(CustomerId customer) {
        if (!chosen.contains(customer)) {
            chosen.add(customer);
            draw();
            changed.execute();
        }
    }

    private void draw() {
        chips.removeAll();
        for (var customer : chosen) {
            var name = words.name(customer);
            var out = new Button(name, Sign.CLOSE.create(), _ -> {
                chosen.remove(customer);
                draw();
                more.focus();
                changed.execute();
            });
            out.setIconAfterText(true);
            out.setAriaLabel(reader.text("portalreminders.rule.customerOut", name));
            out.addThemeVariants(ButtonVariant.SMALL);
            chips.add(out);
        }
    }

    private Stream<CustomerDetails> fetch(Query<CustomerDetails, String> query) {
        var asked = query.getFilter().filter(text -> !text.isBlank()).orElse("");
        if (pages == null || !asked.equals(term)) {
            term = asked;
            pages = new KeysetPages<>((limit, cursor) ->
                    customers.list(new CustomerQuery(asked.isEmpty() ? null : asked, limit, cursor)));
        }
        return pages.fetch(query);
    }
}
