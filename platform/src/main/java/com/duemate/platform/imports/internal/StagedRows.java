package com.duemate.platform.imports.internal;

import com.duemate.platform.imports.ImportError;
import com.duemate.platform.imports.ImportRow;
import com.duemate.platform.imports.ImportRow.Change;
import com.duemate.platform.imports.RowVerdict;
import com.duemate.platform.imports.internal.ReadRow.InvoiceCells;
import com.duemate.platform.kernel.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The rows of staged files. */
@Repository
class StagedRows {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StagedRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(UUID importId, List<StagedRow> rows) {
        var columns = new Columns<>(rows);
        jdbc.sql("""
                        insert into imports.staged_row (import_id, row, verdict, customer_key, number, issued_on, due_on, currency,
                                                        total, paid_on, paid, subject, changes, errors)
                        select :import, r.row, r.verdict, r.customer_key, r.number, r.issued_on, r.due_on, r.currency, r.total,
                               r.paid_on, r.paid, r.subject, r.changes::jsonb, r.errors::jsonb
                        from unnest(:rows::bigint[], :verdicts::text[], :keys::text[], :numbers::text[], :issued::text[]::date[],
                                    :due::text[]::date[], :currencies::text[], :totals::bigint[], :paidOn::text[]::date[],
                                    :paid::bigint[], :subjects::text[], :changes::text[], :errors::text[])
                             as r(row, verdict, customer_key, number, issued_on, due_on, currency, total, paid_on, paid, subject,
                                  changes, errors)""")
                .param("import", importId)
                .param("rows", columns.longs(StagedRow::row))
                .param("verdicts", columns.texts(StagedRow::verdict))
                .param("keys", columns.texts(StagedRow::customerKey))
                .param(
                        "numbers",
                        columns.texts(
                                r -> r.invoice() == null ? null : r.invoice().number()))
                .param(
                        "issued",
                        columns.texts(
                                r -> r.invoice() == null ? null : r.invoice().issuedOn()))
                .param(
                        "due",
                        columns.texts(
                                r -> r.invoice() == null ? null : r.invoice().dueOn()))
                .param(
                        "currencies",
                        columns.texts(r ->
                                r.invoice() == null ? null : r.invoice().total().currencyCode()))
                .param(
                        "totals",
                        columns.longs(r ->
                                r.invoice() == null ? null : minor(r.invoice().total())))
                .param(
                        "paidOn",
                        columns.texts(
                                r -> r.invoice() == null ? null : r.invoice().paidOn()))
                .param(
                        "paid",
                        columns.longs(r ->
                                r.invoice() == null ? null : minor(r.invoice().paid())))
                .param(
                        "subjects",
                        columns.texts(
                                r -> r.invoice() == null ? null : r.invoice().subject()))
                .param("changes", columns.texts(r -> written(r.changes())))
                .param("errors", columns.texts(r -> written(r.errors())))
                .update();
    }

    /** What the file says of the customers whose first row this is, beside what it says of the invoice. */
    void addChanges(UUID importId, Map<Long, List<Change>> changes) {
        if (changes.isEmpty()) {
            return;
        }
        var columns = new Columns<>(List.copyOf(changes.entrySet()));
        jdbc.sql("""
                        update imports.staged_row r set changes = coalesce(r.changes, '[]') || n.changes::jsonb
                        from unnest(:rows::bigint[], :changes::text[]) as n(row, changes)
                        where r.import_id = :import and r.row = n.row""")
                .param("import", importId)
                .param("rows", columns.longs(Map.Entry::getKey))
                .param("changes", columns.texts(e -> written(e.getValue())))
                .update();
    }

    /** An invoice to be taken; its customer is missing when it was refused. */
    record Pending(
            long row,
            RowVerdict verdict,
            InvoiceCells invoice,
            @Nullable UUID customer) {}

    List<Pending> pending(UUID importId, long after, int limit) {
        return jdbc.sql("""
                        select r.*, c.customer_id from imports.staged_row r
                        left join imports.staged_customer c
                          on c.tenant_id = r.tenant_id and c.import_id = r.import_id and c.key = r.customer_key
                        where r.import_id = ? and r.row > ? and r.verdict in ('NEW', 'CHANGED') order by r.row limit ?""")
                .params(importId, after, limit)
                .query((row, _) -> new Pending(
                        row.getLong("row"),
                        RowVerdict.valueOf(row.getString("verdict")),
                        cells(row),
                        row.getObject("customer_id", UUID.class)))
                .list();
    }

    private static InvoiceCells cells(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        var paid = row.getObject("paid", Long.class);
        return new InvoiceCells(
                row.getString("number"),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                Money.of(row.getLong("total"), currency),
                row.getObject("paid_on", LocalDate.class),
                paid == null ? null : Money.of(paid, currency),
                row.getString("subject"));
    }

    /** Rows that became something else than they were staged as. */
    void judge(UUID importId, List<StagedRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var columns = new Columns<>(rows);
        jdbc.sql("""
                        update imports.staged_row r set verdict = n.verdict, changes = n.changes::jsonb, errors = n.errors::jsonb
                        from unnest(:rows::bigint[], :verdicts::text[], :changes::text[], :errors::text[])
                             as n(row, verdict, changes, errors)
                        where r.import_id = :import and r.row = n.row""")
                .param("import", importId)
                .param("rows", columns.longs(StagedRow::row))
                .param("verdicts", columns.texts(StagedRow::verdict))
                .param("changes", columns.texts(r -> written(r.changes())))
                .param("errors", columns.texts(r -> written(r.errors())))
                .update();
    }

    List<ImportRow> list(UUID importId, @Nullable RowVerdict verdict, long after, int limit) {
        return jdbc.sql("""
                        select r.*, c.number as customer_number, coalesce(c.name, c.number) as customer_name
                        from imports.staged_row r
                        left join imports.staged_customer c
                          on c.tenant_id = r.tenant_id and c.import_id = r.import_id and c.key = r.customer_key
                        where r.import_id = :import and r.row > :after and (:verdict::text is null or r.verdict = :verdict::text)
                        order by r.row limit :limit""")
                .param("import", importId)
                .param("after", after)
                .param("verdict", verdict == null ? null : verdict.name())
                .param("limit", limit)
                .query((row, _) -> new ImportRow(
                        row.getLong("row"),
                        RowVerdict.valueOf(row.getString("verdict")),
                        row.getString("customer_number"),
                        row.getString("customer_name"),
                        row.getString("number") == null ? null : shown(cells(row)),
                        read(row.getString("changes"), Change[].class),
                        read(row.getString("errors"), ImportError[].class)))
                .list();
    }

    private static ImportRow.Invoice shown(InvoiceCells cells) {
        return new ImportRow.Invoice(cells.number(), cells.issuedOn(), cells.dueOn(), cells.total(), cells.paidOn());
    }

    /** Rows to be taken when the import is committed. */
    long countPending(UUID importId) {
        return jdbc.sql(
                        "select count(*) from imports.staged_row where import_id = ? and verdict in ('NEW', 'CHANGED') and number is not null")
                .param(importId)
                .query(Long.class)
                .single();
    }

    int clear(UUID importId, int limit) {
        return jdbc.sql("""
                        delete from imports.staged_row where import_id = :import and row <= (
                               select max(row) from (select row from imports.staged_row where import_id = :import
                                                     order by row limit :limit) first)""").param("import", importId).param("limit", limit).update();
    }

    private @Nullable String written(List<?> list) {
        return list.isEmpty() ? null : json.writeValueAsString(list);
    }

    private <T> List<T> read(@Nullable String written, Class<T[]> type) {
        return written == null ? List.of() : List.of(json.readValue(written, type));
    }

    private static @Nullable Long minor(@Nullable Money money) {
        return money == null ? null : money.minor();
    }
}
