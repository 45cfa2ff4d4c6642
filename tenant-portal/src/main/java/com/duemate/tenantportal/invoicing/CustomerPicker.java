package com.duemate.tenantportal.invoicing;

import com.duemate.platform.customers.CustomerDetails;
import com.duemate.platform.customers.Customers;
import com.duemate.platform.customers.Customers.CustomerQuery;
import com.duemate.tenantportal.shell.KeysetPages;
import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.data.provider.Query;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Chooses a customer by typing a part of the name. */
class CustomerPicker extends ComboBox<CustomerDetails> {

    private final Customers customers;
    private @Nullable String term;
    private @Nullable KeysetPages<CustomerDetails> pages;

    CustomerPicker(Reader reader, Customers customers) {
        this.customers = customers;
        setPlaceholder(reader.text("portalinvoicing.form.customerHint"));
        setItemLabelGenerator(CustomerDetails::name);
        setPageSize(KeysetPages.SIZE);
        setItems(this::fetch);
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
