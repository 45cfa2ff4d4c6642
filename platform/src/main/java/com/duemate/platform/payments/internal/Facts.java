package com.duemate.platform.payments.internal;

import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.messaging.Outbox;
import com.duemate.platform.payments.PaymentChanged;
import com.duemate.platform.payments.PaymentStatus;
import com.duemate.platform.payments.spi.ProviderFact;
import io.micrometer.core.instrument.Metrics;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what providers say and moves payments to where the set of facts puts them. */
@Component
class Facts {

    private static final Logger LOG = LoggerFactory.getLogger(Facts.class);

    private final JdbcClient jdbc;
    private final Booking booking;
    private final BusinessClock clock;
    private final Outbox outbox;

    Facts(JdbcClient jdbc, Booking booking, BusinessClock clock, Outbox outbox) {
        this.jdbc = jdbc;
        this.booking = booking;
        this.clock = clock;
        this.outbox = outbox;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void take(String provider, List<ProviderFact> told) {
        for (var fact : told) {
            jdbc.sql("""
                            insert into payments.fact (provider, external_id, reference, kind, currency, amount, method, at, recorded_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                    .params(
                            provider,
                            fact.externalId(),
                            fact.reference(),
                            fact.kind().name())
                    .params(fact.amount().currencyCode(), fact.amount().minor(), fact.method())
                    .params(fact.at().atOffset(ZoneOffset.UTC), clock.now().atOffset(ZoneOffset.UTC))
                    .update();
        }
        told.stream().map(ProviderFact::reference).distinct().sorted().forEach(reference -> weigh(provider, reference));
    }

    /** For a checkout whose reference just became known: a notice may have been faster than the provider's answer. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void weighEarly(String provider, String reference) {
        if (!known(provider, reference).isEmpty()) {
            weigh(provider, reference);
        }
    }

    private void weigh(String provider, String reference) {
        var payment =
                jdbc.sql("""
                        select id, customer_id, status, currency, amount, started_at from payments.payment
                        where provider = ? and reference = ? for update""").params(provider, reference).query(Facts::moving).optional();
        if (payment.isEmpty()) {
            Metrics.counter("duemate.payments.unmatched").increment();
            LOG.warn("{} told of checkout {}, which no payment knows yet", provider, reference);
            return;
        }
        move(payment.get(), known(provider, reference));
    }

    private void move(Moving payment, List<ProviderFact> facts) {
        var status = PaymentState.of(facts);
        if (payment.status == PaymentStatus.RECEIVED || payment.status == PaymentStatus.REFUNDED) {
            return;
        }
        if (status == PaymentStatus.RECEIVED) {
            var success = PaymentState.success(facts).orElseThrow();
            if (success.amount().minor() != payment.amount
                    || !success.amount().currencyCode().equals(payment.currency)) {
                Metrics.counter("duemate.payments.otherAmount").increment();
                LOG.error("payment {} brought another amount than was asked for; booked as it came", payment.id);
            }
            booking.book(new Booking.Arrival(
                    payment.id, payment.customer, success.amount(), success.method(), valueDate(success, payment)));
            return;
        }
        if (status != payment.status) {
            jdbc.sql("update payments.payment set status = ? where id = ?")
                    .params(status.name(), payment.id)
                    .update();
            booking.close(payment.id);
            outbox.publish(new PaymentChanged(payment.id, payment.customer.value()));
        }
        if (PaymentState.over(facts)) {
            jdbc.sql("delete from payments.pending where payment_id = ?")
                    .param(payment.id)
                    .update();
        }
    }

    /** The provider's own time, kept between the start of the payment and now: a foreign clock must not move our books. */
    private Instant valueDate(ProviderFact success, Moving payment) {
        var now = clock.now();
        var at = success.at().isAfter(now) ? now : success.at();
        return at.isBefore(payment.startedAt) ? payment.startedAt : at;
    }

    private List<ProviderFact> known(String provider, String reference) {
        return jdbc.sql("select * from payments.fact where provider = ? and reference = ?")
                .params(provider, reference)
                .query(Facts::fact)
                .list();
    }

    private static ProviderFact fact(ResultSet row, int number) throws SQLException {
        return new ProviderFact(
                row.getString("external_id"),
                row.getString("reference"),
                ProviderFact.Kind.valueOf(row.getString("kind")),
                PaymentRows.money(row, "amount"),
                row.getString("method"),
                Objects.requireNonNull(PaymentRows.instant(row, "at")));
    }

    private static Moving moving(ResultSet row, int number) throws SQLException {
        return new Moving(
                row.getObject("id", UUID.class),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                PaymentStatus.valueOf(row.getString("status")),
                row.getString("currency"),
                row.getLong("amount"),
                Objects.requireNonNull(PaymentRows.instant(row, "started_at")));
    }

    private record Moving(
            UUID id, CustomerId customer, PaymentStatus status, String currency, long amount, Instant startedAt) {}
}
