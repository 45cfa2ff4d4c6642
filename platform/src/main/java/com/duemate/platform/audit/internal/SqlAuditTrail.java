package com.duemate.platform.audit.internal;

import com.duemate.platform.audit.AuditTrail;
import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.SecurityClock;
import com.duemate.platform.scope.Actor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Each entry's hash covers its content and the hash before it, so that a changed or missing entry breaks the chain. */
@Repository
class SqlAuditTrail implements AuditTrail {

    private static final byte[] START = new byte[32];

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final BusinessClock business;
    private final SecurityClock system;

    SqlAuditTrail(JdbcClient jdbc, JsonMapper json, BusinessClock business, SecurityClock system) {
        this.jdbc = jdbc;
        this.json = json;
        this.business = business;
        this.system = system;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(String action, UUID subject, Map<String, ?> facts) {
        jdbc.sql("insert into audit.head (sequence, hash) values (0, ?) on conflict do nothing")
                .param(START)
                .update();
        var head = jdbc.sql("select sequence, hash from audit.head for update")
                .query((row, _) -> new Head(row.getLong("sequence"), row.getBytes("hash")))
                .single();
        var entry = new Entry(
                head.sequence + 1,
                action,
                subject,
                actor(),
                json.writeValueAsString(new TreeMap<>(facts)),
                business.now().truncatedTo(ChronoUnit.MICROS),
                system.now().truncatedTo(ChronoUnit.MICROS));
        var hash = entry.hash(head.hash);
        jdbc.sql("""
                        insert into audit.entry (sequence, action, subject, actor, facts, business_at, system_at, previous, hash)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        entry.sequence,
                        action,
                        subject,
                        entry.actor,
                        entry.facts,
                        entry.businessAt.atOffset(ZoneOffset.UTC),
                        entry.systemAt.atOffset(ZoneOffset.UTC),
                        head.hash,
                        hash)
                .update();
        jdbc.sql("update audit.head set sequence = ?, hash = ?")
                .params(entry.sequence, hash)
                .update();
    }

    private static String actor() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return switch (authentication) {
            case Actor actor -> actor.actor();
            case Authentication a when a.getPrincipal() instanceof Actor actor -> actor.actor();
            case null, default -> "nobody";
        };
    }

    private record Head(long sequence, byte[] hash) {}

    private record Entry(
            long sequence,
            String action,
            UUID subject,
            String actor,
            String facts,
            Instant businessAt,
            Instant systemAt) {

        byte[] hash(byte[] previous) {
            try {
                var digest = MessageDigest.getInstance("SHA-256");
                digest.update(previous);
                return digest.digest(String.join(
                                "\n",
                                Long.toString(sequence),
                                action,
                                subject.toString(),
                                actor,
                                facts,
                                businessAt.toString(),
                                systemAt.toString())
                        .getBytes(StandardCharsets.UTF_8));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
