package com.duemate.platform.arrangements.internal;

import com.duemate.platform.arrangements.Arrangements.Arrangement;
import com.duemate.platform.arrangements.Arrangements.Kind;
import com.duemate.platform.arrangements.Arrangements.Outcome;
import com.duemate.platform.arrangements.OwnArrangements;
import com.duemate.platform.invoicing.InvoiceId;
import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.messaging.Outbox;
import com.duemate.platform.scope.MayReadOwn;
import com.duemate.platform.scope.Scopes;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@MayReadOwn
class SqlOwnArrangements implements OwnArrangements {

    private static final int MOST_INVOICES = 200;

    private final JdbcClient jdbc;
    private final ArrangementRows rows;
    private final BusinessClock clock;
    private final Outbox outbox;

    SqlOwnArrangements(JdbcClient jdbc, ArrangementRows rows, BusinessClock clock, Outbox outbox) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
        this.outbox = outbox;
    }

    @Override
    @Transactional
    public Outcome promise(UUID id, List<InvoiceId> invoices, LocalDate paysOn) {
        return ask(id, Kind.PROMISE, invoices, Checks.day(paysOn, rows.today()), paysOn, "");
    }

    @Override
    @Transactional
    public Outcome dispute(UUID id, List<InvoiceId> invoices, String reason) {
        return ask(id, Kind.DISPUTE, invoices, Checks.reason(reason), null, Checks.clean(reason));
    }

    private Outcome ask(
            UUID id,
            Kind kind,
            List<InvoiceId> invoices,
            Optional<String> refusal,
            @Nullable LocalDate paysOn,
            String reason) {
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        if (invoices.isEmpty() || invoices.size() > MOST_INVOICES) {
            return new Outcome.Refused("arrangements.refused.nothingOwed");
        }
        int added = jdbc.sql("""
                        insert into arrangements.request (id, kind, invoices, pays_on, reason, requested_at)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(id, kind.name(), invoices.stream().map(InvoiceId::value).toArray(UUID[]::new))
                .param(paysOn)
                .params(reason, clock.now().atOffset(ZoneOffset.UTC))
                .update();
        if (added == 1) {
            outbox.publish(new ArrangementRequested(id));
        }
        return new Outcome.Done(id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Arrangement> active() {
        return rows.active(Scopes.customer());
    }
}
