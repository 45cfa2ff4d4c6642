package com.duemate.platform.arrangements.internal;

import com.duemate.platform.arrangements.Arrangements;
import com.duemate.platform.arrangements.Arrangements.Kind;
import com.duemate.platform.arrangements.Arrangements.Outcome;
import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.Invoices;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.messaging.EventHandler;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Does for a customer what it asked for, on its own invoices and no others. */
@Component
@OnRole(ServerRole.WORKER)
class RequestCarryingOut implements EventHandler<ArrangementRequested> {

    private final JdbcClient jdbc;
    private final Arrangements arrangements;
    private final Invoices invoices;

    RequestCarryingOut(JdbcClient jdbc, Arrangements arrangements, Invoices invoices) {
        this.jdbc = jdbc;
        this.arrangements = arrangements;
        this.invoices = invoices;
    }

    @Override
    public Class<ArrangementRequested> event() {
        return ArrangementRequested.class;
    }

    @Override
    public String name() {
        return "arrangements.carryOut";
    }

    @Override
    public void on(ArrangementRequested event) {
        jdbc.sql("select * from arrangements.request where id = ? and not done for update")
                .param(event.request())
                .query((row, _) -> new Request(
                        event.request(),
                        new CustomerId(row.getObject("customer_id", UUID.class)),
                        Kind.valueOf(row.getString("kind")),
                        Arrays.stream((UUID[]) row.getArray("invoices").getArray())
                                .map(InvoiceId::new)
                                .toList(),
                        row.getObject("pays_on", LocalDate.class),
                        row.getString("reason")))
                .optional()
                .ifPresent(this::carryOut);
    }

    private void carryOut(Request request) {
        String refusal = null;
        for (var invoice : invoices.findAll(request.invoices)) {
            if (invoice.customer().equals(request.customer)
                    && make(request, invoice.id()) instanceof Outcome.Refused refused) {
                refusal = refused.reason();
            }
        }
        jdbc.sql("update arrangements.request set done = true, refusal = ? where id = ?")
                .param(refusal)
                .param(request.id)
                .update();
    }

    private Outcome make(Request request, InvoiceId invoice) {
        return request.kind == Kind.PROMISE
                ? arrangements.promise(invoice, Objects.requireNonNull(request.paysOn))
                : arrangements.dispute(invoice, request.reason);
    }

    private record Request(
            UUID id,
            CustomerId customer,
            Kind kind,
            List<InvoiceId> invoices,
            @Nullable LocalDate paysOn,
            String reason) {}
}
