package com.duemate.tenantportal.invoicing;

import com.duemate.platform.invoicing.Invoices;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import com.duemate.tenantportal.invoicing.InvoicingNavigation.Show;
import com.duemate.tenantportal.look.Sign;
import com.duemate.tenantportal.shell.Finder;
import com.duemate.tenantportal.shell.Reader;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Finds invoices by number or customer. */
@Component
@Order(1)
@OnRole(ServerRole.TENANT_PORTAL)
class InvoiceFinder implements Finder {

    private final Invoices invoices;

    InvoiceFinder(Invoices invoices) {
        this.invoices = invoices;
    }

    @Override
    public List<Hit> find(String text, Reader reader, int limit) {
        return invoices.list(Show.ALL.query(text, limit, null)).items().stream()
                .map(invoice -> new Hit(
                        Sign.INVOICE,
                        InvoicingNavigation.name(reader, invoice) + " · " + invoice.customerName(),
                        reader.money(invoice.total()),
                        InvoicingNavigation.invoice(invoice.id())))
                .toList();
    }
}
