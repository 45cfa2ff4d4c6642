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
import java.util.ArrayList;
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
    record Order(
            CustomerId customer,
            List<InvoiceId> invoices,
            String secret,
            @Nullable Instant expiresAt) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public Made make(Order order) {
        return make(List.of(order)).getFirst();
    }

    /** In the order of what was ordered. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Made> make(List<Order> orders) {
        var portal = tenants.current().portalUrl();
        var made = orders.stream()
                .map(order -> new Made(Ids.next(), portal + "/p/" + order.secret))
                .toList();
        var ids = made.stream().map(Made::id).toArray(UUID[]::new);
        jdbc.sql("""
                        insert into payments.payment_link (id, customer_id, created_at)
                        select l.*, ?::timestamptz from unnest(?::uuid[], ?::uuid[]) l""")
                .param(clock.now().atOffset(ZoneOffset.UTC))
                .param(ids)
                .param(orders.stream().map(order -> order.customer.value()).toArray(UUID[]::new))
                .update();
        show(orders, ids);
        var entries = new ArrayList<Handles.Entry>();
        for (int i = 0; i < ids.length; i++) {
            var order = orders.get(i);
            var registration = new Handles.Registration(order.customer, Purpose.PAY.name(), order.expiresAt);
            entries.add(new Handles.Entry(order.secret, ids[i], registration));
        }
        handles.registerAll(HandleKind.PAYMENT_LINK, entries);
        return made;
    }

    private void show(List<Order> orders, UUID[] ids) {
        var links = new ArrayList<UUID>();
        var positions = new ArrayList<Integer>();
        var invoices = new ArrayList<UUID>();
        var customers = new ArrayList<UUID>();
        for (int i = 0; i < ids.length; i++) {
            var order = orders.get(i);
            for (int n = 0; n < order.invoices.size(); n++) {
                links.add(ids[i]);
                positions.add(n + 1);
                invoices.add(order.invoices.get(n).value());
                customers.add(order.customer.value());
            }
        }
        // Sorted, since each row locks its invoice.
        jdbc.sql("""
                        insert into payments.link_invoice (link_id, position, invoice_id, customer_id)
                        select * from unnest(?::uuid[], ?::int[], ?::uuid[], ?::uuid[]) u (l, n, i, c) order by i""")
                .param(links.toArray(UUID[]::new))
                .param(positions.toArray(Integer[]::new))
                .param(invoices.toArray(UUID[]::new))
                .param(customers.toArray(UUID[]::new))
                .update();
    }
}
