package com.duemate.platform.imports.internal;

import com.duemate.platform.imports.ImportColumn;
import com.duemate.platform.imports.ImportDetails;
import com.duemate.platform.imports.ImportField;
import com.duemate.platform.imports.ImportId;
import com.duemate.platform.imports.ImportKind;
import com.duemate.platform.imports.ImportState;
import com.duemate.platform.imports.Imports.Kept;
import com.duemate.platform.kernel.BusinessClock;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Imports as people see them. */
@Repository
class ImportRecords {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final BusinessClock clock;

    ImportRecords(JdbcClient jdbc, JsonMapper json, BusinessClock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    void add(Job job, String fileName, long size, boolean dryRun) {
        jdbc.sql("""
                        insert into imports.import (id, file_name, sha256, size, dry_run, mapping, locale, currency, today, state,
                                                    phase, started_at)
                        values (:id, :name, :sha256, :size, :dryRun, :mapping::jsonb, :locale, :currency, :today, :state, :phase,
                                :now::timestamptz)""")
                .param("id", job.id())
                .param("name", fileName)
                .param("sha256", job.sha256())
                .param("size", size)
                .param("dryRun", dryRun)
                .param("mapping", json.writeValueAsString(job.mapping()))
                .param("locale", job.locale().toLanguageTag())
                .param("currency", job.currency().getCurrencyCode())
                .param("today", job.today())
                .param("state", job.state().name())
                .param("phase", String.valueOf(job.phase()))
                .param("now", clock.now().toString())
                .update();
    }

    Optional<ImportDetails> find(ImportId id) {
        return jdbc.sql("select * from imports.import where id = ?")
                .param(id.value())
                .query((row, _) -> details(row))
                .optional();
    }

    List<ImportDetails> list(List<ImportState> states, @Nullable Instant before, UUID id, int limit) {
        return jdbc.sql("""
                        select * from imports.import
                        where (:before::timestamptz is null or (started_at, id) < (:before::timestamptz, :id))
                          and (cardinality(:states::text[]) = 0 or state = any(:states::text[]))
                        order by started_at desc, id desc limit :limit""")
                .param("before", before == null ? null : before.toString())
                .param("id", id)
                .param("states", states.stream().map(Enum::name).toArray(String[]::new))
                .param("limit", limit)
                .query((row, _) -> details(row))
                .list();
    }

    private ImportDetails details(ResultSet row) throws SQLException {
        var kind = row.getString("kind");
        var state = ImportState.valueOf(row.getString("state"));
        boolean working = row.getString("phase") != null && state != ImportState.FAILED;
        return new ImportDetails(
                new ImportId(row.getObject("id", UUID.class)),
                row.getString("file_name"),
                state,
                row.getBoolean("dry_run"),
                kind == null ? null : ImportKind.valueOf(kind),
                new ImportDetails.Counts(
                        row.getLong("rows"),
                        row.getLong("created"),
                        row.getLong("updated"),
                        row.getLong("unchanged"),
                        row.getLong("rejected"),
                        row.getLong("customers_created"),
                        row.getLong("customers_updated")),
                working ? new ImportDetails.Progress(row.getLong("done"), row.getLong("total")) : null,
                row.getString("failure"),
                List.of(json.readValue(row.getString("columns"), ImportColumn[].class)),
                List.of(json.readValue(row.getString("missing"), ImportField[].class)),
                new ImportDetails.Undo(row.getLong("removed"), row.getLong("restored"), row.getLong("kept")),
                instant(row.getObject("started_at", OffsetDateTime.class)),
                row.getObject("settled_at") == null
                        ? null
                        : instant(row.getObject("settled_at", OffsetDateTime.class)));
    }

    private static Instant instant(OffsetDateTime at) {
        return at.withOffsetSameInstant(ZoneOffset.UTC).toInstant();
    }

    /** What decides whether a command may be carried out. The row stays locked until the transaction ends. */
    record Standing(
            ImportState state,
            @Nullable Phase phase,
            boolean dryRun,
            @Nullable ImportKind kind) {

        boolean failedWhileStaging() {
            return state == ImportState.FAILED && phase != null && phase.isStaging();
        }

        boolean failedAfterStaging() {
            return state == ImportState.FAILED && !failedWhileStaging();
        }
    }

    Optional<Standing> lock(ImportId id) {
        return jdbc.sql("select state, phase, dry_run, kind from imports.import where id = ? for no key update")
                .param(id.value())
                .query((row, _) -> {
                    var phase = row.getString("phase");
                    var kind = row.getString("kind");
                    return new Standing(
                            ImportState.valueOf(row.getString("state")),
                            phase == null ? null : Phase.valueOf(phase),
                            row.getBoolean("dry_run"),
                            kind == null ? null : ImportKind.valueOf(kind));
                })
                .optional();
    }

    /** Gives it to the workers. */
    void begin(ImportId id, ImportState state, Phase phase, long total) {
        jdbc.sql("""
                        update imports.import set state = :state, phase = :phase, cursor = 0, done = 0, total = :total, attempts = 0,
                               failure = null, leased_until = '-infinity' where id = :id""")
                .param("state", state.name())
                .param("phase", phase.name())
                .param("total", total)
                .param("id", id.value())
                .update();
    }

    /** Tries a failed one again from where it stopped. */
    void resume(ImportId id, ImportState state) {
        jdbc.sql("""
                        update imports.import set state = ?, attempts = 0, failure = null, leased_until = '-infinity' where id = ?""").params(state.name(), id.value()).update();
    }

    void map(ImportId id, Map<String, ImportField> mapping) {
        jdbc.sql("""
                        update imports.import set mapping = ?::jsonb, columns = '[]', missing = '[]', kind = null, rows = 0,
                               created = 0, updated = 0, unchanged = 0, rejected = 0, customers_created = 0, customers_updated = 0
                        where id = ?""").params(json.writeValueAsString(mapping), id.value()).update();
    }

    List<Kept> kept(ImportId id, UUID after, int limit) {
        return jdbc.sql("select * from imports.kept where import_id = ? and subject > ? order by subject limit ?")
                .params(id.value(), after, limit)
                .query((row, _) -> new Kept(
                        Kept.Kind.valueOf(row.getString("kind")),
                        row.getObject("subject", UUID.class),
                        row.getString("number"),
                        row.getString("reason")))
                .list();
    }
}
