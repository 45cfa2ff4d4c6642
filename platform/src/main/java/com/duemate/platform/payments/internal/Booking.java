package com.duemate.platform.payments.internal;

import com.duemate.platform.audit.AuditTrail;
import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.Settlements;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.messaging.Outbox;
import com.duemate.platform.payments.PaymentDoor.Purpose;
import com.duemate.platform.payments.PaymentReceived;
import com.duemate.platform.scope.HandleKind;
import com.duemate.platform.scope.Handles;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Books money that arrived: settles invoices, numbers the receipt and tells the others, in one transaction. Rows are locked in
 * the order payment, invoices, receipt counter, trail.
 */
@Component
class Booking {

    private final JdbcClient jdbc;
    private final Settlements settlements;
    private final Handles handles;
    private final AuditTrail trail;
    private final Outbox outbox;

    Booking(JdbcClient jdbc, Settlements settlements, Handles handles, AuditTrail trail, Outbox outbox) {
        this.jdbc = jdbc;
        this.settlements = settlements;
        this.handles = handles;
        this.trail = trail;
        this.outbox = outbox;
    }

    /** The money of one payment. @param at value date, business time */
    record Arrival(UUID payment, CustomerId customer, Money amount, String method, Instant at) {}

    /** The caller holds the payment's row and has seen that it is not received yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void book(Arrival money) {
        var settlement = settlements.settle(new Settlements.Receipt(
                money.payment, money.customer, money.amount, meantFor(money.payment), money.at));
        for (var part : settlement.allocations()) {
            jdbc.sql("update payments.payment_invoice set applied = ? where payment_id = ? and invoice_id = ?")
                    .params(part.amount().minor(), money.payment, part.invoice().value())
                    .update();
        }
        var number = nextReceiptNumber();
        receive(money, number);
        close(money.payment);
        trail.record(
                "payments.receive",
                money.payment,
                Map.of(
                        "amount", money.amount.minor(),
                        "currency", money.amount.currencyCode(),
                        "receipt", number,
                        "surplus", settlement.surplus().minor()));
        outbox.publish(new PaymentReceived(money.payment, money.customer.value()));
    }

    private List<InvoiceId> meantFor(UUID payment) {
        return jdbc
                .sql("select invoice_id from payments.payment_invoice where payment_id = ? order by position")
                .param(payment)
                .query(UUID.class)
                .stream()
                .map(InvoiceId::new)
                .toList();
    }

    private void receive(Arrival money, String number) {
        var token = Secrets.next();
        handles.register(
                HandleKind.PAYMENT_LINK,
                token,
                money.payment,
                new Handles.Registration(money.customer, Purpose.RECEIPT.name(), null));
        jdbc.sql("""
                        update payments.payment set status = 'RECEIVED', currency = ?, amount = ?, method = ?, received_at = ?,
                               receipt_number = ?, receipt_token = ? where id = ?""")
                .params(
                        money.amount.currencyCode(),
                        money.amount.minor(),
                        money.method,
                        money.at.atOffset(ZoneOffset.UTC),
                        number,
                        token,
                        money.payment)
                .update();
        jdbc.sql("delete from payments.pending where payment_id = ?")
                .param(money.payment)
                .update();
    }

    /** The hosted page of a payment that moved on is shown no more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void close(UUID payment) {
        jdbc.sql("""
                        update payments.checkout_request set state = 'CLOSED', checkout_url = null
                        where payment_id = ? and state in ('OPENING', 'OPEN')""").param(payment).update();
    }

    private String nextReceiptNumber() {
        long number = jdbc.sql("""
                        insert into payments.receipt_numbering as n (next) values (2)
                        on conflict (tenant_id) do update set next = n.next + 1 returning next - 1""").query(Long.class).single();
        return "R-%06d".formatted(number);
    }
}
