package com.duemate.platform.restapi.v1.invoicing;

import com.duemate.platform.invoicing.InvoiceStatus;
import com.duemate.platform.invoicing.InvoiceSummary;
import com.duemate.platform.invoicing.Invoices;
import com.duemate.platform.invoicing.Invoices.InvoiceQuery;
import com.duemate.platform.kernel.Cursor;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Page;
import com.duemate.platform.restapi.Asked;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statuses a list is asked for. {@code OVERDUE} is none of an invoice's own: it stands for the open ones past due, beside
 * whatever else is asked for.
 */
record StatusFilter(List<InvoiceStatus> statuses, boolean overdue) {

    private static final String OVERDUE = "OVERDUE";
    private static final List<InvoiceStatus> OPEN = List.of(InvoiceStatus.OPEN, InvoiceStatus.PARTLY_PAID);

    /** As {@link Invoices#list} sorts: newest first, ids by their bytes. */
    private static final Comparator<InvoiceSummary> ORDER = Comparator.comparing(InvoiceSummary::issuedOn)
            .thenComparing(invoice -> invoice.id().toString())
            .reversed();

    static StatusFilter of(@Nullable String text) {
        var words = Asked.words(text);
        return new StatusFilter(
                words.stream()
                        .filter(word -> !word.equals(OVERDUE))
                        .map(word -> Asked.word(word, InvoiceStatus.class, "status"))
                        .toList(),
                words.contains(OVERDUE)
                        && !Asked.words(text)
                                .containsAll(OPEN.stream().map(Enum::name).toList()));
    }

    /** The rest of what is asked for. */
    record Rest(
            @Nullable CustomerId customer,
            @Nullable String search,
            int limit,
            @Nullable String cursor) {

        InvoiceQuery query(List<InvoiceStatus> statuses, boolean late, int limit) {
            return new InvoiceQuery(statuses, late, customer, search, limit, cursor);
        }
    }

    Page<InvoiceSummary> list(Invoices invoices, Rest rest) {
        if (!overdue) {
            return invoices.list(rest.query(statuses, false, rest.limit));
        }
        if (statuses.isEmpty()) {
            return invoices.list(rest.query(OPEN, true, rest.limit));
        }
        return union(invoices, rest);
    }

    /** Two lists in the same order, read as one; a cursor of either is the place in both. */
    private Page<InvoiceSummary> union(Invoices invoices, Rest rest) {
        var named = invoices.list(rest.query(statuses, false, rest.limit));
        var late = invoices.list(rest.query(OPEN, true, rest.limit));
        var all = new LinkedHashMap<Object, InvoiceSummary>();
        named.items().forEach(invoice -> all.put(invoice.id(), invoice));
        late.items().forEach(invoice -> all.put(invoice.id(), invoice));
        var shown = all.values().stream().sorted(ORDER).limit(rest.limit).toList();
        if (all.size() == shown.size() && named.next() == null && late.next() == null) {
            return new Page<>(shown, null);
        }
        var last = shown.getLast();
        return new Page<>(shown, Cursor.of(last.issuedOn().toString(), last.id().toString()));
    }
}
