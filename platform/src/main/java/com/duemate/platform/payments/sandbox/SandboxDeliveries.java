package com.duemate.platform.payments.sandbox;

import com.duemate.platform.payments.spi.ProviderFact.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The sandbox's outgoing notices of one tenant. */
@Repository
@OnSandbox
class SandboxDeliveries {

    static final String SELECT = """
            select d.id, d.kind, d.due_at, s.id as session_id, s.amount, s.currency,
                   exists (select from payments.sandbox_outcome o where o.session_id = s.id and o.outcome = 'SLOW') as slow
            from payments.sandbox_delivery d join payments.sandbox_session s on s.id = d.session_id
            """;

    private static final int MOST_ATTEMPTS = 12;

    private final JdbcClient jdbc;

    SandboxDeliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static SandboxNotice notice(ResultSet row, int number) throws SQLException {
        return new SandboxNotice(
                "evt_" + row.getString("id"),
                SandboxNotice.type(Kind.valueOf(row.getString("kind"))),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                new SandboxNotice.Checkout(
                        row.getString("session_id"),
                        row.getLong("amount"),
                        row.getString("currency"),
                        row.getBoolean("slow") ? "bank" : "card"));
    }

    @Transactional(readOnly = true)
    public Optional<SandboxNotice> find(UUID id) {
        return jdbc.sql(SELECT + "where d.id = ? and d.status = 'WAITING'")
                .param(id)
                .query(SandboxDeliveries::notice)
                .optional();
    }

    @Transactional
    public void delivered(UUID id) {
        jdbc.sql("update payments.sandbox_delivery set status = 'DELIVERED' where id = ?")
                .param(id)
                .update();
    }

    /** With growing pauses; at last given up, since whoever waits will ask. */
    @Transactional
    public void failed(UUID id) {
        jdbc.sql("""
                        update payments.sandbox_delivery set
                            status = case when attempts >= ? then 'GIVEN_UP' else 'WAITING' end,
                            ready_at = clock_timestamp() + make_interval(secs => least(300, 0.5 * 2 ^ attempts))
                        where id = ?""").params(MOST_ATTEMPTS, id).update();
    }
}
