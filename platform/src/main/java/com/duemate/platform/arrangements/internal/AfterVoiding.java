package com.duemate.platform.arrangements.internal;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.InvoiceVoided;
import com.duemate.platform.messaging.EventHandler;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import org.springframework.stereotype.Component;

/** Nothing is left to arrange about a cancelled invoice. */
@Component
@OnRole(ServerRole.WORKER)
class AfterVoiding implements EventHandler<InvoiceVoided> {

    private final ArrangementRows rows;

    AfterVoiding(ArrangementRows rows) {
        this.rows = rows;
    }

    @Override
    public Class<InvoiceVoided> event() {
        return InvoiceVoided.class;
    }

    @Override
    public String name() {
        return "arrangements.endAll";
    }

    @Override
    public void on(InvoiceVoided event) {
        rows.endAll(new InvoiceId(event.invoice()));
    }
}
