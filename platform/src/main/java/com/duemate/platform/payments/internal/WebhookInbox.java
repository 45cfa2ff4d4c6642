package com.duemate.platform.payments.internal;

import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.kernel.SecurityClock;
import com.duemate.platform.messaging.Outbox;
import com.duemate.platform.payments.spi.Notice;
import com.duemate.platform.payments.spi.Webhooks;
import com.duemate.platform.scope.OnRole;
import com.duemate.platform.scope.ServerRole;
import io.micrometer.core.instrument.Metrics;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps genuine notices, each once, before anybody acts on them. */
@Component
@OnRole(ServerRole.API)
class WebhookInbox {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookInbox.class);

    private final JdbcClient jdbc;
    private final SqlProviderAccounts accounts;
    private final Providers providers;
    private final Outbox outbox;
    private final BusinessClock business;
    private final SecurityClock security;

    WebhookInbox(
            JdbcClient jdbc,
            SqlProviderAccounts accounts,
            Providers providers,
            Outbox outbox,
            BusinessClock business,
            SecurityClock security) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.providers = providers;
        this.outbox = outbox;
        this.business = business;
        this.security = security;
    }

    /** @return false when the notice is not genuine; nothing was kept then */
    @Transactional
    public boolean receive(UUID accountId, byte[] body, Function<String, List<String>> headers) {
        var account = accounts.find(accountId).orElse(null);
        var webhooks = account == null
                ? null
                : providers.webhooksOf(account.provider()).orElse(null);
        if (account == null || webhooks == null || !webhooks.genuine(account, body, headers, security.now())) {
            return false;
        }
        switch (read(webhooks, body)) {
            case Notice.Told told -> {
                var event = Ids.next();
                if (keep(event, accountId, told.id(), body, null)) {
                    outbox.publish(new WebhookStored(event));
                }
            }
            case Notice.Unreadable unreadable -> {
                keep(Ids.next(), accountId, "sha256:" + sha256(body), body, unreadable.why());
                alarm(account.provider(), unreadable.why());
            }
        }
        return true;
    }

    /** An adapter that fails must not make a provider's notice disappear. */
    static Notice read(Webhooks webhooks, byte[] body) {
        try {
            return webhooks.read(body);
        } catch (RuntimeException e) {
            LOG.error("the adapter of {} failed on a genuine notice", webhooks.provider(), e);
            return new Notice.Unreadable(e.getClass().getSimpleName());
        }
    }

    static void alarm(String provider, String why) {
        Metrics.counter("duemate.payments.parked", "provider", provider).increment();
        LOG.error("a genuine notice of {} could not be read and is parked: {}", provider, why);
    }

    private boolean keep(
            UUID id, UUID account, String externalId, byte[] body, @org.jspecify.annotations.Nullable String why) {
        return jdbc.sql("""
                        insert into payments.webhook_event (id, account_id, external_id, payload, received_at, state, reason)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                        .params(id, account, externalId, body, business.now().atOffset(ZoneOffset.UTC))
                        .param(why == null ? "NEW" : "PARKED")
                        .param(why)
                        .update()
                == 1;
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
