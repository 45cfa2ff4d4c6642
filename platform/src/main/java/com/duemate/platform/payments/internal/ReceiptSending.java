package com.duemate.platform.payments.internal;

import com.duemate.platform.customers.CustomerDetails;
import com.duemate.platform.customers.Customers;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.messaging.EventHandler;
import com.duemate.platform.notifications.Channel;
import com.duemate.platform.notifications.MessageFacts;
import com.duemate.platform.notifications.MessageKind;
import com.duemate.platform.notifications.Messages;
import com.duemate.platform.notifications.OutgoingMessage;
import com.duemate.platform.payments.PaymentReceived;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import com.duemate.platform.tenancy.TenantProfile;
import com.duemate.platform.tenancy.Tenants;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Thanks a customer who paid on a hosted page, with a receipt that anybody who holds its address can check. */
@Component
@OnRole(ServerRole.WORKER)
class ReceiptSending implements EventHandler<PaymentReceived> {

    private final JdbcClient jdbc;
    private final Customers customers;
    private final Tenants tenants;
    private final Messages messages;

    ReceiptSending(JdbcClient jdbc, Customers customers, Tenants tenants, Messages messages) {
        this.jdbc = jdbc;
        this.customers = customers;
        this.tenants = tenants;
        this.messages = messages;
    }

    @Override
    public Class<PaymentReceived> event() {
        return PaymentReceived.class;
    }

    @Override
    public String name() {
        return "payments.receipt";
    }

    @Override
    public void on(PaymentReceived event) {
        customers.find(new CustomerId(event.customer())).ifPresent(customer -> paid(event.payment())
                .forEach(payment -> thank(customer, payment)));
    }

    private void thank(CustomerDetails customer, Paid payment) {
        var address = customer.email();
        if (address == null) {
            return;
        }
        var tenant = tenants.current();
        messages.queue(new OutgoingMessage(
                MessageKind.RECEIPT.key(),
                "receipt:" + payment.id,
                customer.id(),
                Channel.EMAIL,
                address,
                customer.name(),
                customer.locale(),
                "",
                facts(payment, tenant).model(),
                List.of(payment.id)));
    }

    private MessageFacts.Receipt facts(Paid payment, TenantProfile tenant) {
        var receipt = URI.create(tenant.portalUrl() + "/receipts/" + payment.token);
        // The way out is each message's own and is put in when the message is queued.
        return new MessageFacts.Receipt(
                payment.amount, LocalDate.ofInstant(payment.at, tenant.zone()), settled(payment.id), receipt, receipt);
    }

    private List<Paid> paid(UUID payment) {
        return jdbc.sql("""
                        select id, amount, currency, received_at, receipt_token from payments.payment
                        where id = ? and provider <> 'manual' and status = 'RECEIVED'""")
                .param(payment)
                .query((row, _) -> new Paid(
                        row.getObject("id", UUID.class),
                        PaymentRows.money(row, "amount"),
                        Objects.requireNonNull(PaymentRows.instant(row, "received_at")),
                        row.getString("receipt_token")))
                .list();
    }

    /** What the payment was used for; where all of it became credit, what it was meant for. */
    private List<MessageFacts.SettledInvoice> settled(UUID payment) {
        return jdbc.sql("""
                        select v.number, v.currency, v.open, i.applied from payments.payment_invoice i
                        join invoicing.pub_invoice v on v.id = i.invoice_id
                        where i.payment_id = ? and (i.applied > 0 or not exists (
                              select from payments.payment_invoice x where x.payment_id = ? and x.applied > 0))
                        order by i.position""")
                .params(payment, payment)
                .query((row, _) -> new MessageFacts.SettledInvoice(
                        row.getString("number"),
                        PaymentRows.money(row, "applied"),
                        Money.of(row.getLong("open"), row.getString("currency"))))
                .list();
    }

    private record Paid(UUID id, Money amount, Instant at, String token) {}
}
