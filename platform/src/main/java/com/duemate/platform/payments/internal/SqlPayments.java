package com.duemate.platform.payments.internal;

import com.duemate.platform.customers.Customers;
import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.Invoices;
import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.Cursor;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.kernel.Page;
import com.duemate.platform.payments.PaymentStatus;
import com.duemate.platform.payments.PaymentSummary;
import com.duemate.platform.payments.Payments;
import com.duemate.platform.scope.MayRead;
import com.duemate.platform.scope.MayWork;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class SqlPayments implements Payments {

    private static final String BY_HAND = "manual";
    private static final int MOST_INVOICES = 200;
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,200}");
    private static final Pattern METHOD = Pattern.compile("[a-z_]{1,40}");
    private static final Duration AHEAD = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final PaymentStart start;
    private final Booking booking;
    private final Customers customers;
    private final Invoices invoices;
    private final BusinessClock clock;

    SqlPayments(
            JdbcClient jdbc,
            PaymentStart start,
            Booking booking,
            Customers customers,
            Invoices invoices,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.start = start;
        this.booking = booking;
        this.customers = customers;
        this.invoices = invoices;
        this.clock = clock;
    }

    @Override
    @MayWork
    @Transactional
    public Outcome record(ManualPayment payment) {
        var refusal = refusal(payment);
        return refusal.isPresent() ? refusal.get() : book(payment);
    }

    private Outcome book(ManualPayment payment) {
        var id = Ids.next();
        var row = new PaymentStart.Row(
                id,
                payment.customer(),
                payment.amount(),
                BY_HAND,
                payment.key(),
                payment.method(),
                payment.receivedAt());
        if (!start.insert(row)) {
            return known(payment);
        }
        start.meanFor(id, payment.customer(), payment.invoices());
        booking.book(
                new Booking.Arrival(id, payment.customer(), payment.amount(), payment.method(), payment.receivedAt()));
        return new Outcome.Booked(id, true);
    }

    /** The same payment told again is the same; another one under its key must not get lost. */
    private Outcome known(ManualPayment payment) {
        return jdbc.sql("""
                        select id from payments.payment where provider = ? and reference = ?
                        and customer_id = ? and amount = ? and currency = ?""")
                .params(BY_HAND, payment.key(), payment.customer().value())
                .params(payment.amount().minor(), payment.amount().currencyCode())
                .query(UUID.class)
                .optional()
                .<Outcome>map(id -> new Outcome.Booked(id, false))
                .orElseGet(() -> new Outcome.KeyTaken());
    }

    private Optional<Outcome.Refused> refusal(ManualPayment payment) {
        var amount = payment.amount().minor();
        if (!KEY.matcher(payment.key()).matches()) {
            return refused("key", "payments.refused.key");
        }
        if (amount <= 0 || amount > Money.MAX_MINOR) {
            return refused("amount", "payments.refused.amount");
        }
        if (!METHOD.matcher(payment.method()).matches()) {
            return refused("method", "payments.refused.method");
        }
        if (payment.receivedAt().isAfter(clock.now().plus(AHEAD))
                || payment.receivedAt().isBefore(Instant.EPOCH)) {
            return refused("receivedAt", "payments.refused.date");
        }
        if (customers.find(payment.customer()).isEmpty()) {
            return refused("customer", "payments.refused.customer");
        }
        return belong(payment.invoices(), payment.customer())
                ? Optional.empty()
                : refused("invoices", "payments.refused.invoices");
    }

    private boolean belong(List<InvoiceId> ids, CustomerId customer) {
        if (ids.isEmpty()) {
            return true;
        }
        var distinct = new HashSet<>(ids);
        return distinct.size() == ids.size()
                && ids.size() <= MOST_INVOICES
                && invoices.findAll(ids).stream()
                                .filter(i -> i.customer().equals(customer))
                                .count()
                        == ids.size();
    }

    private static Optional<Outcome.Refused> refused(String field, String reason) {
        return Optional.of(new Outcome.Refused(field, reason));
    }

    @Override
    @MayRead
    @Transactional(readOnly = true)
    public Page<PaymentSummary> list(
            @Nullable CustomerId customer, List<PaymentStatus> statuses, int limit, @Nullable String cursor) {
        int size = Math.clamp(limit, 1, Page.MAX_LIMIT);
        var after = Cursor.parse(cursor, 2);
        var names = statuses.stream().map(Enum::name).toArray(String[]::new);
        var rows = jdbc.sql(PaymentRows.SELECT + """
                        where (?::uuid is null or p.customer_id = ?::uuid)
                          and (cardinality(?::text[]) = 0 or p.status = any(?::text[]))
                          and (?::timestamptz is null or (p.started_at, p.id) < (?::timestamptz, ?::uuid))
                        order by p.started_at desc, p.id desc limit ?""")
                .param(customer == null ? null : customer.value())
                .param(customer == null ? null : customer.value())
                .param(names)
                .param(names)
                .param(after.map(c -> c.instant(0).atOffset(ZoneOffset.UTC)).orElse(null))
                .param(after.map(c -> c.instant(0).atOffset(ZoneOffset.UTC)).orElse(null))
                .param(after.map(c -> c.uuid(1)).orElse(null))
                .param(size + 1)
                .query(PaymentRows::summary)
                .list();
        return Cursor.page(
                rows,
                size,
                row -> row,
                row -> Cursor.of(row.startedAt().toString(), row.id().toString()));
    }

    @Override
    @MayRead
    @Transactional(readOnly = true)
    public List<PaymentSummary> of(InvoiceId invoice) {
        return jdbc.sql(PaymentRows.SELECT + """
                        join payments.payment_invoice m on m.payment_id = p.id
                        where m.invoice_id = ? order by p.started_at desc, p.id desc""")
                .param(invoice.value())
                .query(PaymentRows::summary)
                .list();
    }
}
