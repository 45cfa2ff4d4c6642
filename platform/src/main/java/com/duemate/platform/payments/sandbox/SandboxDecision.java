package com.duemate.platform.payments.sandbox;

import com.duemate.platform.kernel.Ids;
import com.duemate.platform.messaging.EventHandler;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Turns a payer's choice into the notices we will get. A page that has done its duty takes no other choice. */
@Component
@OnSandbox
@OnRole(ServerRole.WORKER)
class SandboxDecision implements EventHandler<SandboxDecided> {

    private final JdbcClient jdbc;

    SandboxDecision(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Class<SandboxDecided> event() {
        return SandboxDecided.class;
    }

    @Override
    public String name() {
        return "payments.sandboxDecision";
    }

    @Override
    public void on(SandboxDecided event) {
        jdbc.sql("""
                        select s.id, o.outcome, o.at from payments.sandbox_outcome o
                        join payments.sandbox_session s on s.id = o.session_id and s.customer_id = o.customer_id
                        where o.id = ? and not s.finished and o.at < s.expires_at for update of s""")
                .param(event.outcome())
                .query((row, _) -> new Decision(
                        row.getObject("id", UUID.class),
                        SandboxOutcome.valueOf(row.getString("outcome")),
                        row.getObject("at", OffsetDateTime.class)))
                .optional()
                .ifPresent(this::carryOut);
    }

    private void carryOut(Decision decision) {
        for (var step : decision.outcome.steps()) {
            jdbc.sql("insert into payments.sandbox_delivery (id, session_id, kind, due_at) values (?, ?, ?, ?)")
                    .params(Ids.next(), decision.session, step.kind().name(), decision.at.plus(step.after()))
                    .update();
        }
        jdbc.sql("update payments.sandbox_session set finished = ? where id = ?")
                .params(decision.outcome.finishes(), decision.session)
                .update();
    }

    private record Decision(UUID session, SandboxOutcome outcome, OffsetDateTime at) {}
}
