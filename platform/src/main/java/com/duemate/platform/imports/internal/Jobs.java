package com.duemate.platform.imports.internal;

import com.duemate.platform.imports.ImportField;
import com.duemate.platform.imports.ImportKind;
import com.duemate.platform.imports.ImportState;
import com.duemate.platform.kernel.BusinessClock;
import com.duemate.platform.kernel.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Imports as work: claimed by lease on the database's clock, written by fence. */
@Repository
class Jobs {

    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final int MOST_ATTEMPTS = 8;

    private static final TypeReference<Map<String, ImportField>> MAPPING = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final BusinessClock clock;

    Jobs(JdbcClient jdbc, JsonMapper json, BusinessClock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** An import this worker may write to until another one claims it. */
    record Claim(TenantId tenant, UUID id, long fence) {}

    /** As the engine: takes the import that was served least recently. */
    Optional<Claim> claim() {
        return jdbc.sql("""
                        update imports.import i set leased_until = clock_timestamp() + make_interval(secs => ?),
                               served_at = clock_timestamp(), fence = nextval('imports.fence')
                        from (select tenant_id, id from imports.import
                              where phase is not null and state <> 'FAILED' and leased_until < clock_timestamp()
                              order by served_at limit 1 for update skip locked) c
                        where i.tenant_id = c.tenant_id and i.id = c.id returning i.tenant_id, i.id, i.fence""")
                .param(LEASE.toSeconds())
                .query((row, _) -> new Claim(
                        new TenantId(row.getObject("tenant_id", UUID.class)),
                        row.getObject("id", UUID.class),
                        row.getLong("fence")))
                .optional();
    }

    /** As the engine: whether no import waits for a worker. */
    boolean noneWaits() {
        return jdbc.sql("""
                        select not exists (select from imports.import where phase is not null and state <> 'FAILED'
                                           and leased_until < clock_timestamp())""").query(Boolean.class).single();
    }

    Optional<Job> find(Claim claim) {
        return jdbc.sql(
                        "select * from imports.import where id = ? and fence = ? and phase is not null and state <> 'FAILED'")
                .params(claim.id, claim.fence)
                .query((row, _) -> job(row))
                .optional();
    }

    /** In any state. */
    Optional<Job> look(UUID id) {
        return jdbc.sql("select * from imports.import where id = ?")
                .param(id)
                .query((row, _) -> job(row))
                .optional();
    }

    /** Locks it for one step; empty when another worker has claimed it, or it has moved since it was found. */
    Optional<Job> lock(Claim claim, Job found) {
        return jdbc.sql("""
                        update imports.import set leased_until = clock_timestamp() + make_interval(secs => ?)
                        where id = ? and fence = ? and phase = ? and cursor = ? and state = ? returning *""")
                .params(
                        LEASE.toSeconds(),
                        claim.id,
                        claim.fence,
                        String.valueOf(found.phase()),
                        found.cursor(),
                        found.state().name())
                .query((row, _) -> job(row))
                .optional();
    }

    private Job job(ResultSet row) throws SQLException {
        var phase = row.getString("phase");
        var kind = row.getString("kind");
        return new Job(
                row.getObject("id", UUID.class),
                row.getString("sha256"),
                ImportState.valueOf(row.getString("state")),
                phase == null ? null : Phase.valueOf(phase),
                row.getLong("cursor"),
                kind == null ? null : ImportKind.valueOf(kind),
                json.readValue(row.getString("mapping"), MAPPING),
                Locale.forLanguageTag(row.getString("locale")),
                Currency.getInstance(row.getString("currency")),
                row.getObject("today", LocalDate.class));
    }

    /** What the file turned out to be. */
    void describe(Job job, Sheet sheet) {
        jdbc.sql("""
                        update imports.import set kind = ?, columns = ?::jsonb, missing = ?::jsonb, total = ? where id = ?""")
                .params(
                        sheet.kind().name(),
                        json.writeValueAsString(sheet.columns()),
                        json.writeValueAsString(sheet.missing()),
                        sheet.rows(),
                        job.id())
                .update();
    }

    void advance(Job job, Advance to) {
        var tally = to.tally();
        var phase = to.phase();
        jdbc.sql("""
                        update imports.import set state = :state, phase = :phase, cursor = :cursor, done = done + :done, attempts = 0,
                               rows = rows + :rows, created = created + :created, updated = updated + :updated,
                               unchanged = unchanged + :unchanged, rejected = rejected + :rejected,
                               customers_created = customers_created + :customersCreated,
                               customers_updated = customers_updated + :customersUpdated, removed = removed + :removed,
                               restored = restored + :restored, kept = kept + :kept,
                               settled_at = case when :phase::text is null then :now::timestamptz else settled_at end
                        where id = :id""")
                .param("state", to.state().name())
                .param("phase", phase == null ? null : phase.name())
                .param("cursor", to.cursor())
                .param("done", to.done())
                .param("rows", tally.rows)
                .param("created", tally.created)
                .param("updated", tally.updated)
                .param("unchanged", tally.unchanged)
                .param("rejected", tally.rejected)
                .param("customersCreated", tally.customersCreated)
                .param("customersUpdated", tally.customersUpdated)
                .param("removed", tally.removed)
                .param("restored", tally.restored)
                .param("kept", tally.kept)
                .param("now", clock.now().toString())
                .param("id", job.id())
                .update();
    }

    /** It cannot go on; the phase stays, so that a person can have it tried again. */
    void fail(Job job, String reason) {
        jdbc.sql("update imports.import set state = 'FAILED', failure = ?, settled_at = ?::timestamptz where id = ?")
                .params(reason, clock.now().toString(), job.id())
                .update();
    }

    void release(Claim claim) {
        jdbc.sql("update imports.import set leased_until = '-infinity' where id = ? and fence = ?")
                .params(claim.id, claim.fence)
                .update();
    }

    /** After an unexpected failure: tried again with growing pauses, and at last given up. */
    void stumble(Claim claim) {
        jdbc.sql("""
                        update imports.import set attempts = attempts + 1,
                               leased_until = clock_timestamp() + make_interval(secs => least(60, 0.2 * power(2, attempts))),
                               state = case when attempts + 1 >= :most then 'FAILED' else state end,
                               failure = case when attempts + 1 >= :most then 'imports.failure.unexpected' end
                        where id = :id and fence = :fence and state <> 'FAILED'""")
                .param("most", MOST_ATTEMPTS)
                .param("id", claim.id)
                .param("fence", claim.fence)
                .update();
    }
}
