package com.duemate.platform.arrangements.internal;

import com.duemate.platform.arrangements.ArrangementChanged;
import com.duemate.platform.arrangements.Arrangements.Arrangement;
import com.duemate.platform.arrangements.Arrangements.Kind;
import com.duemate.platform.arrangements.Arrangements.State;
import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.invoicing.InvoiceSummary;
import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.messaging.Outbox;
import com.duemate.platform.scope.Scopes;
import com.duemate.platform.tenancy.Tenants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of arrangements; always inside a transaction. Whether a promise is broken is seen when it is read. */
@Component
class ArrangementRows {

    private static final String SELECT = """
            select a.*, case when a.state = 'ACTIVE' and a.until < :today then 'BROKEN' else a.state end as seen
            from arrangements.arrangement a
            """;
    private static final String ACTIVE = "a.state = 'ACTIVE' and (a.until is null or a.until >= :today)";

    private static final String NEWEST = " order by a.made_at desc, a.id desc";
    private static final String BY_ID = SELECT + "where a.id = :id";
    private static final String BY_INVOICE = SELECT + "where a.invoice_id = :invoice" + NEWEST;
    private static final String ACTIVE_BY_CUSTOMER = SELECT + "where a.customer_id = :customer and " + ACTIVE + NEWEST;
    private static final String RECENT = SELECT + "where true" + NEWEST + " limit :limit";

    private final JdbcClient jdbc;
    private final Tenants tenants;
    private final BusinessClock clock;
    private final Outbox outbox;

    ArrangementRows(JdbcClient jdbc, Tenants tenants, BusinessClock clock, Outbox outbox) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.clock = clock;
        this.outbox = outbox;
    }

    LocalDate today() {
        return clock.today(tenants.current().zone());
    }

    /** Takes the place of an active one of the same kind. */
    UUID replace(
            InvoiceSummary invoice, Kind kind, @Nullable LocalDate paysOn, @Nullable LocalDate until, String reason) {
        queueUp(invoice.id());
        jdbc.sql("""
                        update arrangements.arrangement set ended_at = :now,
                               state = case when until < :today then 'BROKEN' else 'ENDED' end
                        where invoice_id = :invoice and kind = :kind and state = 'ACTIVE'""")
                .param("now", now())
                .param("today", today())
                .param("invoice", invoice.id().value())
                .param("kind", kind.name())
                .update();
        var id = Ids.next();
        jdbc.sql("""
                        insert into arrangements.arrangement
                               (id, invoice_id, customer_id, kind, state, pays_on, until, currency, amount, reason, made_at)
                        values (?, ?, ?, ?, 'ACTIVE', ?, ?, ?, ?, ?, ?)""")
                .params(id, invoice.id().value(), invoice.customer().value(), kind.name())
                .param(paysOn)
                .param(until)
                .param(paysOn == null ? null : invoice.open().currencyCode())
                .param(paysOn == null ? null : invoice.open().minor())
                .params(reason, now())
                .update();
        tell(id, invoice.id(), invoice.customer());
        return id;
    }

    void end(Arrangement arrangement) {
        changeState(arrangement, arrangement.state() == State.BROKEN ? State.BROKEN : State.ENDED);
    }

    /** The invoice is settled: promises are kept or not, everything else is over. */
    void settle(InvoiceId invoice, LocalDate paidOn) {
        queueUp(invoice);
        for (var each : active(invoice)) {
            var paysOn = each.paysOn();
            if (paysOn == null) {
                changeState(each, State.ENDED);
            } else {
                var kept = !paidOn.isAfter(Checks.silentUntil(paysOn));
                changeState(each, kept ? State.KEPT : State.BROKEN);
            }
        }
    }

    void endAll(InvoiceId invoice) {
        queueUp(invoice);
        active(invoice).forEach(this::end);
    }

    private List<Arrangement> active(InvoiceId invoice) {
        return jdbc.sql(SELECT + "where a.invoice_id = :invoice and a.state = 'ACTIVE'")
                .param("today", today())
                .param("invoice", invoice.value())
                .query(ArrangementRows::arrangement)
                .list();
    }

    private void changeState(Arrangement arrangement, State state) {
        int changed = jdbc.sql(
                        "update arrangements.arrangement set state = ?, ended_at = ? where id = ? and state = 'ACTIVE'")
                .params(state.name(), now(), arrangement.id())
                .update();
        if (changed == 1) {
            tell(arrangement.id(), arrangement.invoice(), arrangement.customer());
        }
    }

    private void tell(UUID id, InvoiceId invoice, CustomerId customer) {
        outbox.publish(new ArrangementChanged(id, invoice.value(), customer.value()));
    }

    List<Arrangement> find(UUID id) {
        return list(BY_ID, "id", id);
    }

    List<Arrangement> of(InvoiceId invoice) {
        return list(BY_INVOICE, "invoice", invoice.value());
    }

    List<Arrangement> active(CustomerId customer) {
        return list(ACTIVE_BY_CUSTOMER, "customer", customer.value());
    }

    List<Arrangement> recent(int limit) {
        return list(RECENT, "limit", limit);
    }

    private List<Arrangement> list(String statement, String name, Object value) {
        return jdbc.sql(statement)
                .param("today", today())
                .param(name, value)
                .query(ArrangementRows::arrangement)
                .list();
    }

    /** One invoice's arrangements are changed one after the other. */
    private void queueUp(InvoiceId invoice) {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended(?, 0)))")
                .param("arrangements|" + Scopes.tenant() + "|" + invoice)
                .query(Integer.class)
                .single();
    }

    private OffsetDateTime now() {
        return clock.now().atOffset(ZoneOffset.UTC);
    }

    private static Arrangement arrangement(ResultSet row, int number) throws SQLException {
        var currency = row.getString("currency");
        return new Arrangement(
                row.getObject("id", UUID.class),
                new InvoiceId(row.getObject("invoice_id", UUID.class)),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                Kind.valueOf(row.getString("kind")),
                State.valueOf(row.getString("seen")),
                row.getObject("pays_on", LocalDate.class),
                currency == null ? null : Money.of(row.getLong("amount"), currency),
                row.getString("reason"),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }
}
