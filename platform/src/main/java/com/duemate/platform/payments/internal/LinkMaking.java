package com.duemate.platform.payments.internal;

import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.payments.PaymentDoor.Purpose;
import com.duemate.platform.scope.HandleKind;
import com.duemate.platform.scope.Handles;
import com.duemate.platform.tenancy.Tenants;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down a link: its row, what it shows, and its secret's hash at the door. */
@Component
class LinkMaking {

    private final JdbcClient jdbc;
    private final Handles handles;
    private final Tenants tenants;
    private final BusinessClock clock;

    LinkMaking(JdbcClient jdbc, Handles handles, Tenants tenants, BusinessClock clock) {
        this.jdbc = jdbc;
        this.handles = handles;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** A link that is shown once and not kept. */
    record Made(UUID id, String url) {}

    /** @param expiresAt by the system's time; null for never */
    @Transactional(propagation = Propagation.MANDATORY)
    public Made make(CustomerId customer, List<InvoiceId> invoices, String secret, @Nullable Instant expiresAt) {
        var id = Ids.next();
        jdbc.sql("insert into payments.payment_link (id, customer_id, created_at) values (?, ?, ?)")
                .params(id, customer.value(), clock.now().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                        insert into payments.link_invoice (link_id, position, invoice_id, customer_id)
                        select ?, n, i, ? from unnest(?::uuid[]) with ordinality as u(i, n)""").params(id, customer.value(), PaymentRows.ids(invoices)).update();
        handles.register(
                HandleKind.PAYMENT_LINK, secret, id, new Handles.Registration(customer, Purpose.PAY.name(), expiresAt));
        return new Made(id, tenants.current().portalUrl() + "/p/" + secret);
    }
}
