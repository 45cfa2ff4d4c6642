package com.duemate.platform.arrangements.internal;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.InvoicePaid;
import com.duemate.platform.invoicing.Invoices;
import com.duemate.platform.messaging.EventHandler;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** A paid invoice: its promise is kept or was broken, and nothing else about it is open. */
@Component
@OnRole(ServerRole.WORKER)
class AfterPayment implements EventHandler<InvoicePaid> {

    private final ArrangementRows rows;
    private final Invoices invoices;

    AfterPayment(ArrangementRows rows, Invoices invoices) {
        this.rows = rows;
        this.invoices = invoices;
    }

    @Override
    public Class<InvoicePaid> event() {
        return InvoicePaid.class;
    }

    @Override
    public String name() {
        return "arrangements.settle";
    }

    @Override
    public void on(InvoicePaid event) {
        var id = new InvoiceId(event.invoice());
        invoices.findAll(List.of(id)).stream()
                .filter(invoice -> invoice.paidOn() != null)
                .forEach(invoice -> rows.settle(id, Objects.requireNonNull(invoice.paidOn())));
    }
}
