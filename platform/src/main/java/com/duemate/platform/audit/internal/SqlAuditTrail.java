package com.duemate.platform.audit.internal;

import com.duemate.platform.audit.AuditTrail;
import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.SecurityClock;
import com.duemate.platform.scope.Actor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
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
        recordAll(List.of(new Command(action, subject, facts)));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordAll(List<Command> commands) {
        if (commands.isEmpty()) {
            return;
        }
        jdbc.sql("insert into audit.head (sequence, hash) values (0, ?) on conflict do nothing")
                .param(START)
                .update();
        var head = jdbc.sql("select sequence, hash from audit.head for update")
                .query((row, _) -> new Head(row.getLong("sequence"), row.getBytes("hash")))
                .single();
        var chained = new ArrayList<Chained>();
        for (var command : commands) {
            var entry = entry(head.sequence + 1, command);
            var hash = entry.hash(head.hash);
            chained.add(new Chained(entry, head.hash, hash));
            head = new Head(entry.sequence, hash);
        }
        insert(chained);
        jdbc.sql("update audit.head set sequence = ?, hash = ?")
                .params(head.sequence, head.hash)
                .update();
    }

    private Entry entry(long sequence, Command command) {
        return new Entry(
                sequence,
                command.action(),
                command.subject(),
                actor(),
                json.writeValueAsString(new TreeMap<>(command.facts())),
                business.now().truncatedTo(ChronoUnit.MICROS),
                system.now().truncatedTo(ChronoUnit.MICROS));
    }

    private void insert(List<Chained> chained) {
        jdbc.sql("""
                        insert into audit.entry (sequence, action, subject, actor, facts, business_at, system_at, previous, hash)
                        select sequence, action, subject, actor, facts, business_at::timestamptz, system_at::timestamptz,
                               decode(previous, 'hex'), decode(hash, 'hex')
                        from unnest(?::bigint[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                                    ?::text[])
                        e (sequence, action, subject, actor, facts, business_at, system_at, previous, hash)""")
                .param(chained.stream().map(each -> each.entry.sequence).toArray(Long[]::new))
                .param(chained.stream().map(each -> each.entry.action).toArray(String[]::new))
                .param(chained.stream().map(each -> each.entry.subject).toArray(UUID[]::new))
                .param(chained.stream().map(each -> each.entry.actor).toArray(String[]::new))
                .param(chained.stream().map(each -> each.entry.facts).toArray(String[]::new))
                .param(chained.stream()
                        .map(each -> each.entry.businessAt.toString())
                        .toArray(String[]::new))
                .param(chained.stream()
                        .map(each -> each.entry.systemAt.toString())
                        .toArray(String[]::new))
                .param(chained.stream()
                        .map(each -> HexFormat.of().formatHex(each.previous))
                        .toArray(String[]::new))
                .param(chained.stream()
                        .map(each -> HexFormat.of().formatHex(each.hash))
                        .toArray(String[]::new))
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

    private record Chained(Entry entry, byte[] previous, byte[] hash) {}

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
