package com.duemate.platform.scope.internal;

import com.duemate.platform.kernel.CustomerId;
import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.scope.Handle;
import com.duemate.platform.scope.HandleKind;
import com.duemate.platform.scope.Handles;
import com.duemate.platform.scope.Scope;
import com.duemate.platform.scope.Scopes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

@Repository
class SqlHandles implements Handles {

    private final JdbcClient jdbc;
    private final TransactionTemplate atTheDoor;

    SqlHandles(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.atTheDoor = new TransactionTemplate(transactions);
        this.atTheDoor.setReadOnly(true);
        this.atTheDoor.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public Optional<Handle> resolve(HandleKind kind, String key) {
        var found = resolveAll(kind, key);
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    @Override
    public List<Handle> resolveAll(HandleKind kind, String key) {
        return Scopes.call(
                new Scope.Door(),
                () -> atTheDoor.execute(
                        _ -> jdbc.sql("select subject, tenant_id, customer_id, detail from scope.resolve(?, ?)")
                                .param(kind.name())
                                .param(digest(key))
                                .query(SqlHandles::handle)
                                .list()));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void register(HandleKind kind, String key, UUID subject, Registration registration) {
        registerAll(kind, List.of(new Entry(key, subject, registration)));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void registerAll(HandleKind kind, List<Entry> entries) {
        jdbc.sql("""
                        insert into scope.handle (kind, digest, subject, customer_id, detail, expires_at)
                        select ?, decode(h.digest, 'hex'), h.subject, h.customer_id, h.detail, h.expires_at::timestamptz
                        from unnest(?::text[], ?::uuid[], ?::uuid[], ?::text[], ?::text[])
                        h (digest, subject, customer_id, detail, expires_at) on conflict do nothing""")
                .param(kind.name())
                .param(entries.stream()
                        .map(entry -> HexFormat.of().formatHex(digest(entry.key())))
                        .toArray(String[]::new))
                .param(entries.stream().map(Entry::subject).toArray(UUID[]::new))
                .param(entries.stream()
                        .map(entry -> entry.registration().customer())
                        .map(customer -> customer == null ? null : customer.value())
                        .toArray(UUID[]::new))
                .param(entries.stream()
                        .map(entry -> entry.registration().detail())
                        .toArray(String[]::new))
                .param(entries.stream()
                        .map(entry -> entry.registration().expiresAt())
                        .map(at -> at == null ? null : at.toString())
                        .toArray(String[]::new))
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void revoke(HandleKind kind, UUID subject) {
        jdbc.sql("delete from scope.handle where kind = ? and subject = ?")
                .param(kind.name())
                .param(subject)
                .update();
    }

    private static Handle handle(ResultSet row, int number) throws SQLException {
        var tenant = row.getObject("tenant_id", UUID.class);
        var customer = row.getObject("customer_id", UUID.class);
        return new Handle(
                row.getObject("subject", UUID.class),
                tenant == null ? null : new TenantId(tenant),
                customer == null ? null : new CustomerId(customer),
                row.getString("detail"));
    }

    private static byte[] digest(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
