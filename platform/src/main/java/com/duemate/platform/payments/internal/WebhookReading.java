package com.duemate.platform.payments.internal;

import com.duemate.platform.messaging.EventHandler;
import com.duemate.platform.payments.spi.Notice;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Acts on a kept notice. */
@Component
@OnRole(ServerRole.WORKER)
class WebhookReading implements EventHandler<WebhookStored> {

    private final JdbcClient jdbc;
    private final Providers providers;
    private final Facts facts;

    WebhookReading(JdbcClient jdbc, Providers providers, Facts facts) {
        this.jdbc = jdbc;
        this.providers = providers;
        this.facts = facts;
    }

    @Override
    public Class<WebhookStored> event() {
        return WebhookStored.class;
    }

    @Override
    public String name() {
        return "payments.readWebhook";
    }

    @Override
    public void on(WebhookStored stored) {
        jdbc.sql("""
                        select e.payload, a.provider from payments.webhook_event e
                        join payments.provider_account a on a.id = e.account_id
                        where e.id = ? and e.state = 'NEW' for update of e""")
                .param(stored.event())
                .query((row, _) -> new Kept(row.getBytes("payload"), row.getString("provider")))
                .optional()
                .ifPresent(kept -> act(stored, kept));
    }

    private void act(WebhookStored stored, Kept kept) {
        var webhooks = providers.webhooksOf(kept.provider).orElseThrow();
        switch (WebhookInbox.read(webhooks, kept.payload)) {
            case Notice.Told told -> {
                facts.take(kept.provider, told.facts());
                settle(stored, "DONE", null);
            }
            case Notice.Unreadable unreadable -> {
                settle(stored, "PARKED", unreadable.why());
                WebhookInbox.alarm(kept.provider, unreadable.why());
            }
        }
    }

    private void settle(WebhookStored stored, String state, @Nullable String reason) {
        jdbc.sql("update payments.webhook_event set state = ?, reason = ? where id = ?")
                .param(state)
                .param(reason)
                .param(stored.event())
                .update();
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Kept(byte[] payload, String provider) {}
}
