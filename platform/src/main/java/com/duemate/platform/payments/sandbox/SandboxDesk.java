package com.duemate.platform.payments.sandbox;

import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.kernel.Money;
import com.duemate.platform.messaging.Outbox;
import com.duemate.platform.scope.MayReadOwn;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The hosted page's counter, in the scope of the customer who pays. */
@Repository
@OnSandbox
@MayReadOwn
class SandboxDesk {

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final Outbox outbox;

    SandboxDesk(JdbcClient jdbc, BusinessClock clock, Outbox outbox) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.outbox = outbox;
    }

    /** @param closed nothing can be chosen any more */
    record Session(UUID id, Money amount, String description, Locale locale, String returnUrl, boolean closed) {}

    @Transactional(readOnly = true)
    public Optional<Session> find(UUID id) {
        var now = clock.now().atOffset(ZoneOffset.UTC);
        return jdbc.sql("select * from payments.sandbox_session where id = ?")
                .param(id)
                .query((row, _) -> new Session(
                        id,
                        Money.of(row.getLong("amount"), row.getString("currency")),
                        row.getString("description"),
                        Locale.forLanguageTag(row.getString("locale")),
                        row.getString("return_url"),
                        row.getBoolean("finished")
                                || !row.getObject("expires_at", OffsetDateTime.class)
                                        .isAfter(now)))
                .optional();
    }

    @Transactional
    public void decide(UUID session, SandboxOutcome outcome) {
        var id = Ids.next();
        jdbc.sql("insert into payments.sandbox_outcome (id, session_id, outcome, at) values (?, ?, ?, ?)")
                .params(id, session, outcome.name(), clock.now().atOffset(ZoneOffset.UTC))
                .update();
        outbox.publish(new SandboxDecided(id));
    }
}
