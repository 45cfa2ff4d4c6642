package com.duemate.platform.invoicing.internal;

import com.duemate.platform.invoicing.InvoiceStatus;
import com.duemate.platform.invoicing.internal.IntakeWriting.Altered;
import com.duemate.platform.invoicing.internal.IntakeWriting.Fresh;
import com.duemate.platform.kernel.BusinessClock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Writes invoices many at a time. */
@Repository
class IntakeRows {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final BusinessClock clock;

    IntakeRows(JdbcClient jdbc, JsonMapper json, BusinessClock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** The one line of an imported invoice. */
    record OneLine(UUID invoice, UUID customer, String description, long total) {

        static OneLine of(Fresh fresh) {
            var incoming = fresh.incoming();
            return new OneLine(
                    fresh.id(),
                    fresh.customer().value(),
                    incoming.subject() == null ? incoming.number() : incoming.subject(),
                    incoming.total().minor());
        }

        static OneLine of(Altered altered) {
            var after = altered.after();
            var number = Objects.requireNonNull(altered.before().row().number());
            return new OneLine(
                    altered.id(),
                    altered.customer().value(),
                    after.subject() == null ? number : after.subject(),
                    after.total().minor());
        }
    }

    /** @return the ids of those whose number was free */
    List<UUID> add(UUID importId, List<Fresh> fresh, LocalDate today) {
        return jdbc.sql("""
                        insert into invoicing.invoice (id, customer_id, number, currency, total, open, issued_on, due_on, subject,
                                                       search, status, paid_on, import_id, created_at)
                        select n.id, n.customer, n.number, n.currency, n.total, n.open, n.issued_on, n.due_on, n.subject, n.search,
                               case n.open when 0 then 'PAID' when n.total then 'OPEN' else 'PARTLY_PAID' end,
                               case n.open when 0 then coalesce(n.paid_on, :today::date) end, :import, :now::timestamptz
                        from unnest(:ids::uuid[], :customers::uuid[], :numbers::text[], :currencies::text[], :totals::bigint[],
                                    :opens::bigint[], :issued::text[]::date[], :due::text[]::date[], :paid::text[]::date[],
                                    :subjects::text[], :searches::text[])
                             as n(id, customer, number, currency, total, open, issued_on, due_on, paid_on, subject, search)
                        on conflict (tenant_id, number) do nothing returning id""")
                .param("import", importId)
                .param("now", clock.now().toString())
                .param("today", today)
                .param("ids", ids(fresh, Fresh::id))
                .param("customers", ids(fresh, f -> f.customer().value()))
                .param("numbers", texts(fresh, f -> f.incoming().number()))
                .param("currencies", texts(fresh, f -> f.incoming().total().currencyCode()))
                .param("totals", longs(fresh, f -> f.incoming().total().minor()))
                .param("opens", longs(fresh, f -> f.open().minor()))
                .param("issued", texts(fresh, f -> f.incoming().issuedOn().toString()))
                .param("due", texts(fresh, f -> f.dueOn().toString()))
                .param("paid", texts(fresh, f -> text(f.incoming().paidOn())))
                .param("subjects", texts(fresh, f -> f.incoming().subject()))
                .param("searches", texts(fresh, f -> f.incoming().number().toLowerCase(Locale.ROOT)))
                .query(UUID.class)
                .list();
    }

    void rememberAdded(UUID importId, List<Fresh> fresh) {
        jdbc.sql("""
                        insert into invoicing.intake (import_id, invoice_id, version, open, settled)
                        select :import, n.id, 0, n.open, n.settled
                        from unnest(:ids::uuid[], :opens::bigint[], :settled::bigint[]) as n(id, open, settled)""")
                .param("import", importId)
                .param("ids", ids(fresh, Fresh::id))
                .param("opens", longs(fresh, f -> f.open().minor()))
                .param("settled", longs(fresh, f -> f.incoming().received().minor()))
                .update();
    }

    /** Keeps invoice and lines as they are now, before {@link #alter}. */
    void rememberAltered(UUID importId, List<Altered> altered) {
        jdbc.sql("""
                        insert into invoicing.intake (import_id, invoice_id, version, open, settled, before)
                        select :import, n.id, n.version, n.open, n.settled, jsonb_build_object('invoice', to_jsonb(i), 'lines',
                               (select jsonb_agg(to_jsonb(l) order by l.position) from invoicing.line l where l.invoice_id = i.id))
                        from unnest(:ids::uuid[], :versions::int[], :opens::bigint[], :settled::bigint[])
                             as n(id, version, open, settled)
                        join invoicing.invoice i on i.id = n.id
                        on conflict do nothing""")
                .param("import", importId)
                .param("ids", ids(altered, Altered::id))
                .param("versions", altered.stream().map(Altered::version).toArray(Integer[]::new))
                .param("opens", longs(altered, a -> a.after().open().minor()))
                .param("settled", longs(altered, a -> a.after().settles().minor()))
                .update();
    }

    void alter(List<Altered> altered, LocalDate today) {
        jdbc.sql("""
                        update invoicing.invoice i set total = n.total, open = n.open, status = n.status, issued_on = n.issued_on,
                               due_on = n.due_on, subject = n.subject, paid_on = n.paid_on, version = n.version
                        from unnest(:ids::uuid[], :totals::bigint[], :opens::bigint[], :statuses::text[], :issued::text[]::date[],
                                    :due::text[]::date[], :subjects::text[], :paid::text[]::date[], :versions::int[])
                             as n(id, total, open, status, issued_on, due_on, subject, paid_on, version)
                        where i.id = n.id""")
                .param("ids", ids(altered, Altered::id))
                .param("totals", longs(altered, a -> a.after().total().minor()))
                .param("opens", longs(altered, a -> a.after().open().minor()))
                .param("statuses", texts(altered, a -> a.after().status().name()))
                .param("issued", texts(altered, a -> a.after().issuedOn().toString()))
                .param("due", texts(altered, a -> a.after().dueOn().toString()))
                .param("subjects", texts(altered, a -> a.after().subject()))
                .param("paid", texts(altered, a -> text(paidOn(a, today))))
                .param("versions", altered.stream().map(Altered::version).toArray(Integer[]::new))
                .update();
    }

    private static @Nullable LocalDate paidOn(Altered altered, LocalDate today) {
        if (altered.after().status() != InvoiceStatus.PAID) {
            return null;
        }
        var on = altered.incoming().paidOn();
        return on == null ? today : on;
    }

    void addLines(List<OneLine> lines) {
        jdbc.sql("""
                        insert into invoicing.line (invoice_id, customer_id, position, description, quantity, unit, total)
                        select n.invoice, n.customer, 1, n.description, 1000, n.total, n.total
                        from unnest(?::uuid[], ?::uuid[], ?::text[], ?::bigint[]) as n(invoice, customer, description, total)""")
                .param(ids(lines, OneLine::invoice))
                .param(ids(lines, OneLine::customer))
                .param(texts(lines, OneLine::description))
                .param(longs(lines, OneLine::total))
                .update();
    }

    void replaceLines(List<OneLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        jdbc.sql("delete from invoicing.line where invoice_id = any(?)")
                .param(ids(lines, OneLine::invoice))
                .update();
        addLines(lines);
    }

    void keepVersions(List<InvoiceRows.Locked> invoices) {
        if (invoices.isEmpty()) {
            return;
        }
        var lines = jdbc
                .sql("""
                        select invoice_id, jsonb_agg(jsonb_build_object('description', description, 'quantity', quantity,
                                                                        'unitMinor', unit) order by position)::text as lines
                        from invoicing.line where invoice_id = any(?) group by invoice_id""")
                .param(ids(invoices, i -> i.id().value()))
                .query((row, _) -> Map.entry(row.getObject("invoice_id", UUID.class), row.getString("lines")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        jdbc.sql("""
                        insert into invoicing.version (invoice_id, version, content, replaced_at)
                        select n.id, n.version, jsonb_build_object('invoice', n.invoice::jsonb, 'lines', n.lines::jsonb),
                               :now::timestamptz
                        from unnest(:ids::uuid[], :versions::int[], :invoices::text[], :lines::text[])
                             as n(id, version, invoice, lines)""")
                .param("now", clock.now().toString())
                .param("ids", ids(invoices, i -> i.id().value()))
                .param(
                        "versions",
                        invoices.stream().map(InvoiceRows.Locked::version).toArray(Integer[]::new))
                .param("invoices", texts(invoices, json::writeValueAsString))
                .param("lines", texts(invoices, i -> lines.getOrDefault(i.id().value(), "[]")))
                .update();
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    private static <T> UUID[] ids(List<T> rows, Function<T, UUID> value) {
        return rows.stream().map(value).toArray(UUID[]::new);
    }

    private static <T> Long[] longs(List<T> rows, Function<T, Long> value) {
        return rows.stream().map(value).toArray(Long[]::new);
    }

    private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
