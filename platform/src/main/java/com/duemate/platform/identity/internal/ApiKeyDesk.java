package com.duemate.platform.identity.internal;

import com.duemate.platform.audit.AuditTrail;
import com.duemate.platform.identity.ApiClient;
import com.duemate.platform.identity.ApiKeys;
import com.duemate.platform.kernel.Ids;
import com.duemate.platform.kernel.SecurityClock;
import com.duemate.platform.scope.Handle;
import com.duemate.platform.scope.HandleKind;
import com.duemate.platform.scope.Handles;
import com.duemate.platform.scope.Handles.Registration;
import com.duemate.platform.scope.MayOwn;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.tenancy.TenantStatus;
import com.duemate.platform.tenancy.Tenants;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class ApiKeyDesk implements ApiKeys {

    static final String PREFIX = "dm_live_";

    private static final int HINT = PREFIX.length() + 4;

    private final JdbcClient jdbc;
    private final Handles handles;
    private final Aside aside;
    private final AuditTrail trail;
    private final CurrentSession session;
    private final Tenants tenants;
    private final SecurityClock clock;
    private final Cache<UUID, Boolean> noted = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    ApiKeyDesk(
            JdbcClient jdbc,
            Handles handles,
            Aside aside,
            AuditTrail trail,
            CurrentSession session,
            Tenants tenants,
            SecurityClock clock) {
        this.jdbc = jdbc;
        this.handles = handles;
        this.aside = aside;
        this.trail = trail;
        this.session = session;
        this.tenants = tenants;
        this.clock = clock;
    }

    @Override
    @MayOwn
    @Transactional(readOnly = true)
    public List<ApiKey> list() {
        return jdbc.sql("select * from identity.api_key order by revoked_at is not null, created_at desc, id")
                .query((row, _) -> new ApiKey(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("hint"),
                        Access.valueOf(row.getString("access")),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        AccountRows.instant(row, "expires_at"),
                        AccountRows.instant(row, "last_used_at"),
                        AccountRows.instant(row, "revoked_at")))
                .list();
    }

    @Override
    @MayOwn
    @Transactional
    public Outcome create(String name, Access access, @Nullable Instant expiresAt) {
        var label = name.strip();
        if (label.isEmpty() || label.length() > 80) {
            return new Outcome.Refused("name", "identity.refused.keyName");
        }
        if (expiresAt != null && !expiresAt.isAfter(clock.now())) {
            return new Outcome.Refused("expiresAt", "identity.refused.past");
        }
        var id = Ids.next();
        var secret = PREFIX + Tokens.next();
        jdbc.sql("""
                        insert into identity.api_key (id, name, hint, access, created_by, created_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        label,
                        secret.substring(0, HINT),
                        access.name(),
                        session.actor(),
                        AccountRows.at(clock.now()))
                .param(AccountRows.atOrNever(expiresAt))
                .update();
        handles.register(HandleKind.API_KEY, secret, id, new Registration(null, access.name(), expiresAt));
        trail.record("identity.create_key", id, Map.of("name", label, "access", access.name()));
        return new Outcome.Created(id, secret);
    }

    @Override
    @MayOwn
    @Transactional
    public boolean revoke(UUID key) {
        int revoked = jdbc.sql("update identity.api_key set revoked_at = ? where id = ? and revoked_at is null")
                .params(AccountRows.at(clock.now()), key)
                .update();
        if (revoked == 1) {
            handles.revoke(HandleKind.API_KEY, key);
            trail.record("identity.revoke_key", key, Map.of());
        }
        return revoked == 1;
    }

    @Override
    public Optional<ApiClient> identify(String secret) {
        if (!secret.startsWith(PREFIX) || secret.length() != PREFIX.length() + Tokens.LENGTH) {
            return Optional.empty();
        }
        var handle = handles.resolve(HandleKind.API_KEY, secret);
        handle = handle.filter(this::isOpen);
        handle.ifPresent(this::noteUse);
        return handle.map(
                found -> new ApiClient(found.subject(), found.requireTenant().value(), Access.valueOf(found.detail())));
    }

    /** A suspended tenant's programs are not let in, as little as its people. */
    private boolean isOpen(Handle key) {
        return aside.call(
                new Scope.Tenant(key.requireTenant()), () -> tenants.current().status() != TenantStatus.SUSPENDED);
    }

    private void noteUse(Handle key) {
        if (noted.asMap().putIfAbsent(key.subject(), true) == null) {
            aside.run(new Scope.Tenant(key.requireTenant()), () -> jdbc.sql(
                            "update identity.api_key set last_used_at = ? where id = ?")
                    .params(AccountRows.at(clock.now()), key.subject())
                    .update());
        }
    }
}
