package com.duemate.tenantportal.invoicing;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.InvoiceStatus;
import com.duemate.platform.invoicing.InvoiceSummary;
import com.duemate.platform.invoicing.Invoices.InvoiceQuery;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import com.duemate.tenantportal.look.AmountText;
import com.duemate.tenantportal.look.DateText;
import com.duemate.tenantportal.look.ListRow;
import com.duemate.tenantportal.look.Sign;
import com.duemate.tenantportal.look.StatusBadge;
import com.duemate.tenantportal.shell.Navigation;
import com.duemate.tenantportal.shell.Place;
import com.duemate.tenantportal.shell.Reader;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ways to invoices, and how other rooms show one. */
@Component
@OnRole(ServerRole.TENANT_PORTAL)
public final class InvoicingNavigation implements Navigation {

    static final String ROUTE = "invoices";
    static final String SHOW = "show";
    static final String SEARCH = "q";
    static final String CUSTOMER = "customer";

    /** Ways to see the list. */
    public enum Show {
        ALL,
        OPEN,
        LATE,
        PAID,
        DRAFT;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        InvoiceQuery query(@Nullable String search, int limit, @Nullable String cursor) {
            var statuses =
                    switch (this) {
                        case ALL -> List.<InvoiceStatus>of();
                        case OPEN, LATE -> List.of(InvoiceStatus.OPEN, InvoiceStatus.PARTLY_PAID);
                        case PAID -> List.of(InvoiceStatus.PAID);
                        case DRAFT -> List.of(InvoiceStatus.DRAFT);
                    };
            return new InvoiceQuery(statuses, this == LATE, null, search, limit, cursor);
        }
    }

    @Override
    public List<Place> places() {
        return List.of(Place.daily(20, Sign.INVOICE, "portalinvoicing.nav.invoices", ROUTE));
    }

    public static String list(Show show) {
        return show == Show.ALL ? ROUTE : ROUTE + "?" + SHOW + "=" + show.word();
    }

    public static String invoice(InvoiceId id) {
        return ROUTE + "/" + id;
    }

    static String edit(InvoiceId id) {
        return invoice(id) + "/edit";
    }

    public static String create() {
        return ROUTE + "/new";
    }

    public static String createFor(CustomerId customer) {
        return create() + "?" + CUSTOMER + "=" + customer;
    }

    /** "Invoice 1042"; a draft that has no number yet is called one. */
    public static String name(Reader reader, InvoiceSummary invoice) {
        return invoice.number().isBlank()
                ? reader.text("portalinvoicing.row.draft")
                : reader.text("portalinvoicing.row.invoice", invoice.number());
    }

    /** Where an invoice stands, as colour, shape and word. */
    public static StatusBadge badge(Reader reader, InvoiceSummary invoice) {
        return InvoiceState.of(reader.today(), invoice).badge(reader, invoice);
    }

    /** An invoice as a row of two lines that opens it; for lists of other rooms, which know the customer already. */
    public static ListRow row(Reader reader, InvoiceSummary invoice) {
        return new ListRow(
                        invoice(invoice.id()),
                        name(reader, invoice),
                        new AmountText(reader.formats(), invoice.open().isZero() ? invoice.total() : invoice.open()))
                .more(badge(reader, invoice))
                .when(new Span(
                        new Span(reader.text("portalinvoicing.row.due") + " "),
                        new DateText(reader.when(invoice.dueOn()))));
    }
}
